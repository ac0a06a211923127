// `npm start`: everything from a fresh clone to the running product, then the product until Ctrl-C.
// PORT (3000)  SANDBOX_PORT (3100)  DATA_DIR (./data)
// GATEWAYS_FILE (bff/src/gateways/connections.ts): given, the real outside systems are used and no sandbox is started.
import './setup/node-version.mjs';
import path from 'node:path';
import { stopAllChildren } from './setup/children.mjs';
import { runCommandLine } from './setup/command-line.mjs';
import { readPort, requireFreePort } from './setup/ports.mjs';
import { root } from './setup/project.mjs';
import { startServer } from './setup/server.mjs';
import { setUp } from './setup/set-up.mjs';
import { welcome } from './setup/welcome.mjs';

await runCommandLine(start, stop);

/** @returns {Promise<never>} */
async function start() {
  console.log('医保易办 (Yiban): medical-insurance services from a phone.');
  const settings = readSettings();
  await requireFreePort('PORT', settings.port);
  if (settings.sandbox) await requireFreePort('SANDBOX_PORT', settings.sandboxPort);

  await setUp(['bff', 'h5']);

  console.log('Starting the servers: a few seconds.');
  const servers = await Promise.all(
    settings.sandbox ? [startSandbox(settings), startBff(settings)] : [startBff(settings)],
  );
  console.log(await welcome(settings, servers));

  throw await Promise.race(servers.map((server) => server.ended));
}

async function stop() {
  console.log('\nStopping…');
  await stopAllChildren();
  console.log('Stopped. The data is kept; `npm start` goes on from here.');
  return 0;
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

function readSettings() {
  return {
    port: readPort('PORT', 3000),
    sandbox: !process.env['GATEWAYS_FILE'],
    sandboxPort: readPort('SANDBOX_PORT', 3100),
    dataDir: path.resolve(root, process.env['DATA_DIR'] ?? 'data'),
  };
}

/** @param {Settings} settings */
function startBff(settings) {
  return startServer({
    name: 'server (BFF)',
    script: 'bff/dist/main.js',
    env: environmentOf(settings),
    log: path.join(settings.dataDir, 'logs/bff.log'),
    readyUrl: `http://127.0.0.1:${settings.port}/health/ready`,
  });
}

/** @param {Settings} settings */
function startSandbox(settings) {
  return startServer({
    name: 'sandbox of the outside systems',
    script: 'scripts/sandbox/main.ts',
    env: environmentOf(settings),
    log: path.join(settings.dataDir, 'logs/sandbox.log'),
    readyUrl: `http://127.0.0.1:${settings.sandboxPort}/people`,
  });
}

/** @param {Settings} settings */
function environmentOf({ port, sandbox, sandboxPort, dataDir }) {
  return {
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: dataDir,
    ...(sandbox ? { OFFICERS_FILE: path.join(root, 'scripts/sandbox/officers.json') } : {}),
  };
}
