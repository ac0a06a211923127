/**
 * `npm run soak`: what takes too long for every test run. KILLS (2000 a database), HOSTILE_REQUESTS (100000 a group of
 * endpoints), UPLOAD_CUTS (1000 a database). Each figure is printed; ends with 1 when something did not hold.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const sets = [
  { file: 'trust/kills-sqlite', env: { KILLS: process.env['KILLS'] ?? '2000' } },
  { file: 'trust/kills-mariadb', env: { KILLS: process.env['KILLS'] ?? '2000' } },
  { file: 'trust/hostile-requests', env: { HOSTILE_REQUESTS: process.env['HOSTILE_REQUESTS'] ?? '100000' } },
  { file: 'trust/hostile-files', env: {} },
  { file: 'contract/tus', env: { UPLOAD_CUTS: process.env['UPLOAD_CUTS'] ?? '1000' } },
];

const [only] = process.argv.slice(2);
let failed = 0;
for (const { file, env } of sets) {
  if (only !== undefined && !file.includes(only)) continue;
  console.log(`▸ ${file} ${JSON.stringify(env)}`);
  const args = ['--test', '--test-reporter=spec', path.join(root, `test/${file}.test.ts`)];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  const code = await new Promise<number>((resolve) => {
    child.once('exit', (status) => {
      resolve(status ?? 1);
    });
  });
  if (code !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
