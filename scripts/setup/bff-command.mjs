// A command of the BFF (bff/src/<capability>/command/main.ts): built first, then run by the pinned Node over ./data.
import './node-version.mjs';
import { startChild } from './children.mjs';
import { runCommandLine } from './command-line.mjs';
import { inProject, pinnedNode, root } from './project.mjs';
import { setUp } from './set-up.mjs';

/**
 * @param {string} capability
 * @param {string[]} args
 */
export async function runBffCommand(capability, args = process.argv.slice(2)) {
  await runCommandLine(async () => {
    await setUp(['bff']);
    const command = [inProject(`bff/dist/${capability}/command/main.js`), ...args];
    const child = startChild(pinnedNode, command, { cwd: root, stdio: 'inherit' });
    return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  });
}
