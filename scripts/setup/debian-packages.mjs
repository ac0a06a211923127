// Debian's packages, installed when a test needs them.
import { existsSync } from 'node:fs';
import { run } from './command.mjs';
import { Failure } from './failure.mjs';

export const onDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** @param {string[]} packages */
export async function installDebianPackages(packages) {
  console.log(`  · installing ${packages.join(', ')} with apt-get (1 to 2 minutes)`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  /** @param {string[]} args */
  const aptGet = (args) => {
    const [program = 'apt-get', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(program, rest);
  };
  await aptGet(['update']);
  const { ok, output } = await aptGet([
    'install',
    '--yes',
    '--no-install-recommends',
    // Another apt-get may be at work on the machine.
    '--option=DPkg::Lock::Timeout=300',
    ...packages,
  ]);
  if (!ok) {
    throw new Failure(
      `apt-get could not install them; what it said is above. Install them and run again:\n` +
        `  sudo apt-get install ${packages.join(' ')}`,
      output,
    );
  }
}
