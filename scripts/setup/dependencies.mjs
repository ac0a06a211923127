// The packages of pnpm-lock.yaml, exactly; among them the Node that the product runs on.
import { run } from './command.mjs';
import { Failure } from './failure.mjs';
import { inProject, pinnedNode } from './project.mjs';
import { hashInputs, isStamped, writeStamp } from './stamp.mjs';

/** What npx is told, to run the pnpm that wrote the lock file. */
export const pnpm = ['--yes', 'pnpm@12.21.0'];
const stamp = inProject('node_modules/.yiban-installed');
const manifests = ['package.json', 'bff/package.json', 'miniapp/package.json', 'shared-types/package.json'];

function inputsHash() {
  return hashInputs(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]);
}

export function dependenciesAreInstalled() {
  return isStamped(stamp, inputsHash());
}

/** Fails when a package.json and the lock file disagree: nothing is resolved anew on a newcomer's machine. */
export async function installDependencies() {
  const { ok, output } = await run(
    'npx',
    [...pnpm, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
    {
      env: {
        // npx asks before it downloads, and pnpm draws progress bars, unless they know that nobody watches.
        CI: 'true',
        // pnpm leaves out the compiler and the pinned Node for a user who has set this to production.
        NODE_ENV: 'development',
      },
    },
  );
  if (!ok) throw new Failure('The dependencies could not be installed; what pnpm said is above.', output);

  const version = await run(pinnedNode, ['--version']);
  if (!version.ok || !version.output.startsWith('v24.')) {
    throw new Failure(
      'The pinned Node 24 did not install. Remove node_modules and run the same command again.',
      version.output,
    );
  }
  writeStamp(stamp, inputsHash());
}
