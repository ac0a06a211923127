// `npm start`: everything from a fresh clone to the running product, then the product until Ctrl-C.
// PORT (3000)  SANDBOX_PORT (3100)  DATA_DIR (./data)
// INSURANCE_PLATFORM_URL and the other gateways' settings (bff/src/config.ts): given, the sandbox is not started.
import './setup/node-version.mjs';
import path from 'node:path';
import { onStopRequest, stopAllChildren } from './setup/children.mjs';
import { explain } from './setup/failure.mjs';
import { readPort, requireFreePort } from './setup/ports.mjs';
import { root } from './setup/project.mjs';
import { startServer } from './setup/server.mjs';
import { setUp } from './setup/set-up.mjs';
import { welcome } from './setup/welcome.mjs';

onStopRequest(async () => {
  console.log('\nStopping…');
  await stopAllChildren();
  console.log('Stopped. The data is kept; `npm start` goes on from here.');
  process.exit(0);
});

try {
  await start();
} catch (error) {
  console.error(`\n${explain(error)}`);
  await stopAllChildren();
  process.exit(1);
}

async function start() {
  console.log('医保易办 (Yiban): medical-insurance services from a phone.');
  const port = readPort('PORT', 3000);
  const sandboxPort = process.env['INSURANCE_PLATFORM_URL'] ? undefined : readPort('SANDBOX_PORT', 3100);
  const dataDir = path.resolve(root, process.env['DATA_DIR'] ?? 'data');
  await requireFreePort('PORT', port);
  if (sandboxPort) await requireFreePort('SANDBOX_PORT', sandboxPort);

  await setUp(['bff', 'h5']);

  console.log('Starting the servers: a few seconds.');
  const env = { PORT: String(port), DATA_DIR: dataDir };
  const sandbox = sandboxPort ? await startSandbox({ ...env, SANDBOX_PORT: String(sandboxPort) }) : undefined;
  const bff = await startServer({
    name: 'server (BFF)',
    script: 'bff/dist/main.js',
    env: { ...env, ...(sandboxPort && { SANDBOX_PORT: String(sandboxPort) }) },
    log: path.join(dataDir, 'logs/bff.log'),
    readyUrl: `http://127.0.0.1:${port}/health/ready`,
  });
  const servers = sandbox ? [sandbox, bff] : [bff];
  console.log(await welcome({ port, sandboxPort, dataDir, servers }));

  throw await Promise.race(servers.map((server) => server.ended));
}

/** @param {Record<string, string>} env */
function startSandbox(env) {
  return startServer({
    name: 'sandbox of the outside systems',
    script: 'scripts/sandbox/main.ts',
    env,
    log: path.join(env['DATA_DIR'] ?? root, 'logs/sandbox.log'),
    readyUrl: `http://127.0.0.1:${env['SANDBOX_PORT']}/people`,
  });
}
