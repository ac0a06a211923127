// `npm run advisories`: whether an advisory of high or critical severity is published on a package that the product runs
// with. Ends with 0 when the registry says none, with 1 when it names one, and with 2 when it could not be asked: then
// nothing is known.
import { run } from './setup/command.mjs';
import { pnpm } from './setup/dependencies.mjs';

const { ok, output } = await run('npx', [...pnpm, 'audit', '--prod', '--audit-level', 'high', '--json']);
console.log(output.trim());
if (ok) console.log('The registry knows no advisory of high or critical severity.');
else if (output.includes('"advisories"')) process.exitCode = 1;
else {
  console.error('The registry could not be asked for advisories, so NOTHING IS KNOWN. See SECURITY.md.');
  process.exitCode = 2;
}
