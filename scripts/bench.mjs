// `npm run bench -- <set> [--json]`: the set-up, told on standard error, then scripts/bench.ts on the pinned Node.
import './setup/node-version.mjs';
import { startChild } from './setup/children.mjs';
import { runCommandLine } from './setup/command-line.mjs';
import { inProject, pinnedNode, root } from './setup/project.mjs';
import { setUp } from './setup/set-up.mjs';

// Standard output is for figures.
console.log = console.error;

await runCommandLine(async () => {
  // What is measured by itself needs no more than itself.
  await setUp(process.argv.includes('miniapp') ? ['bff', 'h5', 'weapp'] : ['bff']);
  const command = [inProject('scripts/bench.ts'), ...process.argv.slice(2)];
  const child = startChild(pinnedNode, command, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
