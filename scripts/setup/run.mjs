// `node scripts/setup/run.mjs scripts/x.ts …`: the set-up, then a script of ours on the pinned Node.
import './node-version.mjs';
import { startChild } from './children.mjs';
import { runCommandLine } from './command-line.mjs';
import { pinnedNode, root } from './project.mjs';
import { setUp } from './set-up.mjs';

await runCommandLine(async () => {
  await setUp([]);
  const child = startChild(pinnedNode, process.argv.slice(2), { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
