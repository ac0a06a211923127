// `node scripts/setup/run.mjs scripts/x.ts …`: the set-up, then a script of ours on the pinned Node.
import './node-version.mjs';
import { onStopRequest, startChild, stopAllChildren } from './children.mjs';
import { explain } from './failure.mjs';
import { pinnedNode, root } from './project.mjs';
import { setUp } from './set-up.mjs';

onStopRequest(async () => {
  await stopAllChildren();
  process.exit(130);
});

try {
  await setUp([]);
  const child = startChild(pinnedNode, process.argv.slice(2), { cwd: root, stdio: 'inherit' });
  child.once('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exit(1);
}
