/** A database that takes connections over TLS alone: by the authority that MYSQL_CA_FILE names, and by no other. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { createConnection } from 'mysql2/promise';
import { startOwnMariaDb } from '../../scripts/setup/mariadb.mjs';
import { freePort } from '../server/free-port.ts';
import { answering, ended, launch, root } from '../server/processes.ts';

describe('a database over TLS', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-tls-'));
  const at = (name: string): string => path.join(folder, name);
  makeCertificates(folder);
  const database = await startOwnMariaDb([
    `--ssl-ca=${at('ca.pem')}`,
    `--ssl-cert=${at('server.pem')}`,
    `--ssl-key=${at('server.key')}`,
    '--require-secure-transport=1',
  ]);
  after(async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const admin = await createConnection({ uri: database.url, ssl: { ca: readFileSync(at('ca.pem')) } });
  await admin.query('CREATE DATABASE yiban CHARACTER SET utf8mb4');
  await admin.end();
  const url = new URL('/yiban', database.url);
  const env = (authority?: string): NodeJS.ProcessEnv => ({
    ...process.env,
    MYSQL_URL: url.href,
    DATA_DIR: at('data'),
    HOST: '127.0.0.1',
    ...(authority === undefined ? {} : { MYSQL_CA_FILE: at(authority) }),
  });
  const refusal = async (authority?: string): Promise<string> => {
    const child = launch('bff/dist/main.js', { ...env(authority), PORT: '0' });
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(child.exitCode, 1);
    return said;
  };

  test('without an authority nothing starts: the database refuses what is not encrypted', async () => {
    assert.match(await refusal(), /insecure transport|Access denied/u);
  });

  test('with another authority nothing starts: somebody else could stand there', async () => {
    assert.match(await refusal('other-ca.pem'), /certificate|CERT|verif/iu);
  });

  test('a file that holds no certificate is said by the setting', async () => {
    writeFileSync(at('words.txt'), 'not a certificate');
    assert.match(await refusal('words.txt'), /MYSQL_CA_FILE: .*holds no certificate/u);
  });

  test('with the right one it starts, serves, and is backed up', async () => {
    const port = await freePort();
    const child = launch('bff/dist/main.js', { ...env('ca.pem'), PORT: String(port) });
    await answering(`http://127.0.0.1:${port}/health/ready`, child);
    const command = path.join(root, 'bff/dist/backup/command/main.js');
    execFileSync(process.execPath, [command, 'backup', at('backup')], { env: env('ca.pem') });
    assert.ok(existsSync(path.join(at('backup'), 'yiban.sql')));
    await ended(child, 'SIGTERM');
  });
});

/** An authority with a certificate for 127.0.0.1 and localhost, and another authority beside it. */
function makeCertificates(folder: string): void {
  const openssl = (line: string): void => {
    execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'ignore' });
  };
  for (const name of ['ca', 'other-ca'])
    openssl(`req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${name} -keyout ${name}.key -out ${name}.pem`);
  openssl('req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr');
  writeFileSync(path.join(folder, 'names.cnf'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  openssl(
    'x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names.cnf -out server.pem',
  );
}
