// `npm run catalogue -- check | diff <region> <region> | notes`: the commands of bff/src/catalogue/command, on a BFF that is built.
import './setup/node-version.mjs';
import { startChild } from './setup/children.mjs';
import { runCommandLine } from './setup/command-line.mjs';
import { inProject, pinnedNode, root } from './setup/project.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommandLine(async () => {
  await setUp(['bff']);
  const command = [inProject('bff/dist/catalogue/command/main.js'), ...process.argv.slice(2)];
  const child = startChild(pinnedNode, command, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
