// The sandbox of the outside systems, for a developer's machine. SANDBOX_PORT (3100)  DATA_DIR (./data)
// SANDBOX_TRANSFER_DELAY_MS (60000): after how long the other agency of a transfer answers
// SANDBOX_CROWD (0): how many people there are besides those of people.json
import path from 'node:path';
import { buildSandbox } from './sandbox.ts';

const port = Number(process.env['SANDBOX_PORT'] ?? 3100);
const dataDir = process.env['DATA_DIR'] ?? path.join(import.meta.dirname, '../../data');
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('SANDBOX_PORT is not a port');

const transferDelayMs = Number(process.env['SANDBOX_TRANSFER_DELAY_MS'] ?? 60_000);
if (!Number.isInteger(transferDelayMs) || transferDelayMs < 0)
  throw new Error('SANDBOX_TRANSFER_DELAY_MS is not a number of milliseconds');

const app = await buildSandbox({ dataDir, transferDelayMs });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void app.close().then(() => process.exit(0)));
}
// Loopback alone: it hands out credentials and passwords.
await app.listen({ port, host: 'localhost' });
console.log(`sandbox: http://localhost:${port}/`);
