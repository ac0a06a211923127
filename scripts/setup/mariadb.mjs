// A MariaDB of the tests' own: an empty data folder, a free port, gone afterwards. The machine's server is left alone.
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from './children.mjs';
import { run } from './command.mjs';
import { installDebianPackages, onDebian } from './debian-packages.mjs';
import { Failure } from './failure.mjs';
import { findProgram } from './find-program.mjs';
import { findFreePort } from './ports.mjs';

const findServer = () => findProgram(['mariadbd']);
const findInstaller = () => findProgram(['mariadb-install-db']);

/**
 * Installs what is missing (on Debian) and starts the server, which ends with this process.
 *
 * @param {readonly string[]} [settings] options of mariadbd beside the usual ones
 * @returns {Promise<string>} URL of the root login, without a database
 */
export async function startMariaDb(settings = []) {
  return process.env['TEST_MYSQL_URL'] || (await startOwnMariaDb(settings)).url;
}

/**
 * One more server beside the one that the tests share.
 *
 * @param {readonly string[]} settings
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startOwnMariaDb(settings) {
  if (!findServer() || !findInstaller()) {
    if (!onDebian) throw new Failure('The tests need MariaDB ≥ 10.6. On macOS: brew install mariadb');
    await installDebianPackages(['mariadb-server-core', 'mariadb-client-core']);
  }
  const server = findServer();
  const installer = findInstaller();
  if (!server || !installer) {
    throw new Failure('MariaDB is installed, but mariadbd or mariadb-install-db is not found.');
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-mariadb-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const port = await findFreePort();
  const child = await startServer({ server, installer, folder, port, settings });
  process.once('exit', () => child.kill('SIGKILL'));
  return { url: `mysql://root@127.0.0.1:${port}/`, stop: () => stopChild(child) };
}

/** @param {{ server: string, installer: string, folder: string, port: number, settings: readonly string[] }} where */
async function startServer({ server, installer, folder, port, settings }) {
  const data = path.join(folder, 'data');
  const user = `--user=${userInfo().username}`;
  // root may log in over TCP without a password: the server listens on loopback alone and lives as long as the tests.
  const made = await run(installer, [
    '--no-defaults',
    `--datadir=${data}`,
    user,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  if (!made.ok) throw new Failure('mariadb-install-db could not make a data folder.', made.output);

  const log = path.join(folder, 'mariadbd.log');
  const out = openSync(log, 'w');
  const child = startChild(
    server,
    [
      '--no-defaults',
      user,
      `--datadir=${data}`,
      `--socket=${path.join(folder, 'socket')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--character-set-server=utf8mb4',
      '--innodb-buffer-pool-size=256M',
      '--max-connections=500',
      `--tmpdir=${folder}`,
      ...settings,
    ],
    { stdio: ['ignore', out, out] },
  );
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    if (await accepts(port)) return child;
    await sleep(100);
  }
  await stopChild(child);
  throw new Failure('MariaDB did not start; its log is above.', readFileSync(log, 'utf8'));
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true)); // its greeting
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('data', () => socket.destroy());
  });
}
