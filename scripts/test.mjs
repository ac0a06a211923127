// `npm test`: the set-up, then every check and every test; what is cheap comes first.
// `npm test -- --only bff` runs the steps whose name contains “bff”, and what they require.
import './setup/node-version.mjs';
import { parseArgs } from 'node:util';
import { runCommandLine } from './setup/command-line.mjs';
import { runSteps } from './setup/test-run.mjs';
import { selectSteps } from './setup/test-steps.mjs';

await runCommandLine(() => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  return runSteps(selectSteps(values.only));
});
