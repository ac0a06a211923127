// `npm test`: the set-up, then every check and every test; what is cheap comes first.
// `npm test -- --only bff` runs the steps whose name contains “bff”.
import './setup/node-version.mjs';
import { parseArgs } from 'node:util';
import { onStopRequest, stopAllChildren } from './setup/children.mjs';
import { explain } from './setup/failure.mjs';
import { selectSteps } from './setup/test-steps.mjs';
import { TestRun } from './setup/test-run.mjs';

onStopRequest(async () => {
  await stopAllChildren();
  process.exit(130);
});

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const run = new TestRun();
try {
  await run.all(selectSteps(values.only));
} catch (error) {
  console.error(`\n${explain(error)}`);
  run.failed.push('npm test itself');
}
await stopAllChildren();
run.report();
process.exit(run.failed.length === 0 ? 0 : 1);
