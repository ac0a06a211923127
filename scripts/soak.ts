/**
 * `npm run soak [-- part of a name]`: what takes too long for every test run. KILLS (2000 a database), HOSTILE_REQUESTS
 * (100000 a group of endpoints), UPLOAD_CUTS (1000 a database), IDEMPOTENCY_KEYS (1000), AUDIT_ENTRIES and ROTATED_ROWS
 * (100000), FILERS (2000) and AWAY_MS (8000). Each figure is printed; ends with 1 when something did not hold. The
 * server must have been built.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const spec = (name: string, file: string, env: Readonly<Record<string, string>> = {}) => ({
  name,
  args: ['--test', '--test-reporter=spec', path.join(root, file)],
  env: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, process.env[key] ?? value])),
});
const sets = [
  spec('kills-sqlite', 'test/trust/kills-sqlite.test.ts', { KILLS: '2000' }),
  spec('kills-mariadb', 'test/trust/kills-mariadb.test.ts', { KILLS: '2000' }),
  spec('hostile-requests', 'test/trust/hostile-requests.test.ts', { HOSTILE_REQUESTS: '100000' }),
  spec('hostile-files', 'test/trust/hostile-files.test.ts'),
  spec('tus', 'test/contract/tus.test.ts', { UPLOAD_CUTS: '1000' }),
  spec('idempotency', 'bff/dist/idempotency/idempotency.spec.js', { IDEMPOTENCY_KEYS: '1000' }),
  spec('audit', 'bff/dist/audit/audit-trail.spec.js', { AUDIT_ENTRIES: '100000' }),
  spec('rotation', 'bff/dist/crypto/key-rotation.spec.js', { ROTATED_ROWS: '100000' }),
  { name: 'mutation', args: [path.join(root, 'scripts/mutation.ts')], env: {} },
  spec('many-processes', 'test/wide/many-processes.test.ts', { FILERS: '2000', KILLS: '100', AWAY_MS: '8000' }),
  spec('overlapping', 'test/wide/overlapping.soak.ts', { FILERS: '200', KILLS: '8', AWAY_MS: '8000' }),
];

const [only] = process.argv.slice(2);
let failed = 0;
for (const { name, args, env } of sets) {
  if (only !== undefined && !name.includes(only)) continue;
  console.log(`▸ ${name} ${JSON.stringify(env)}`);
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  const code = await new Promise<number>((resolve) => {
    child.once('exit', (status) => {
      resolve(status ?? 1);
    });
  });
  if (code !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
