// Ports on this machine.
import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

/**
 * @param {string} variable the environment variable that sets it
 * @param {number} usual
 */
export function readPort(variable, usual) {
  const text = process.env[variable] ?? String(usual);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Failure(`${variable} must be a port from 1 to 65535; it is “${text}”.`);
  }
  return port;
}

/**
 * @param {string} variable
 * @param {number} port
 */
export async function requireFreePort(variable, port) {
  if ((await isFree(port, '0.0.0.0')) && (await isFree(port, '127.0.0.1'))) return;
  throw new Failure(
    `Port ${port} is in use by another program, perhaps another copy of 医保易办.\n` +
      `Stop that one, or choose another port: ${variable}=${port === 65_535 ? port - 1 : port + 1} npm start`,
  );
}

/** @returns {Promise<number>} a port that nobody uses now */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Failure('No free port was found on this machine.'));
      });
    });
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
