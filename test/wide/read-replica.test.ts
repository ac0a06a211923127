/** Reads that bear to be late are taken off the primary by a replica that keeps up, and by nobody else. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PublicNoticePage } from '@yiban/shared-types/public-notices';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { filledCase } from '../api/filled-case.ts';
import { ended, launch } from '../server/processes.ts';
import { startReplicatedMariaDb } from '../server/replicated-mariadb.ts';
import { startProduct } from '../server/running-server.ts';

describe('a replica of the database', async () => {
  const servers = await startReplicatedMariaDb();
  const shared = process.env['TEST_MYSQL_URL'];
  process.env['TEST_MYSQL_URL'] = servers.primaryUrl;
  const product = await startProduct({
    database: 'mariadb',
    replica: servers.replicaUrl,
    env: { MYSQL_REPLICA_LAG_SECONDS: '2', LOG_LEVEL: 'warn' },
  });
  process.env['TEST_MYSQL_URL'] = shared;
  after(async () => {
    await product.stop();
    await servers.stop();
  });
  const { baseUrl, sandboxUrl, mysqlUrl } = product;
  const schema = new URL(mysqlUrl ?? '').pathname.slice(1);
  const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'retiree-gansu');

  const subjects = async (): Promise<readonly string[]> =>
    (await citizen.api.call<PublicNoticePage>('GET', '/regions/620000/public-notices')).items.map(
      ({ subject }) => subject,
    );
  const away = async (): Promise<readonly string[]> => (await (await fetch(`${baseUrl}/health/ready`)).json()).away;
  const metric = async (name: string): Promise<number> =>
    Number(new RegExp(`^${name}\\{.*\\} (\\S+)$`, 'mu').exec(await (await fetch(`${baseUrl}/metrics`)).text())?.[1]);
  const until = async (holds: () => Promise<boolean>, ms = 20_000): Promise<void> => {
    for (const end = Date.now() + ms; !(await holds()); await sleep(200))
      if (Date.now() > end) throw new Error('it did not come to that');
  };

  test('a login that is refused is said by the setting, and nothing starts', async () => {
    const url = new URL(`/${schema}`, servers.replicaUrl);
    url.username = 'nobody';
    const env = {
      ...process.env,
      MYSQL_URL: mysqlUrl ?? '',
      MYSQL_REPLICA_URL: url.href,
      DATA_DIR: product.dataDir,
      PORT: '0',
    };
    const child = launch('bff/dist/main.js', env);
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await new Promise((resolve) => child.once('exit', resolve));
    await ended(child, 'SIGKILL');
    assert.equal(child.exitCode, 1);
    assert.match(said, /MYSQL_REPLICA_URL: 127\.0\.0\.1:\d+ does not accept this name and password/);
  });

  test('what is published and what is counted comes from it, and it is not far behind', async () => {
    await until(async () => (await away()).length === 0);
    // Nothing that the primary has: who shows it has read the replica.
    await servers.onReplica(
      `INSERT INTO ${schema}.public_notices (id, caseId, region, item, subject, \`from\`, until)
       VALUES ('00000000-0000-7000-8000-000000000001', 'c', '620000', 'pharmacy-designation', '只在副本', '2026-11-01', '2026-11-08')`,
    );
    assert.deepEqual(await subjects(), ['只在副本']);
    const before = await metric('yiban_replica_reads');
    const supervisor = await OfficerClient.loggedIn(baseUrl, sandboxUrl, 'supervisor', '620000');
    await supervisor.api.call('GET', '/agency/figures');
    assert.ok((await metric('yiban_replica_reads')) > before);
    assert.ok((await metric('yiban_replica_lag_seconds')) < 2);
  });

  test('one that stands still is not read from, what was just filed is there, and readiness tells', async () => {
    await servers.onReplica('STOP SLAVE SQL_THREAD');
    const { id, status } = await citizen.submit(await filledCase(citizen, 'remote-retiree', '620000'));
    assert.equal((await citizen.one(id)).status, status);
    await until(async () => (await away()).includes('replicas'));
    assert.deepEqual(await subjects(), []);
    await servers.onReplica('START SLAVE SQL_THREAD');
    await until(async () => (await away()).length === 0);
    assert.deepEqual(await subjects(), ['只在副本']);
  });

  test('one that is lost is missed by nobody', async () => {
    await servers.loseReplica();
    // At once, before it is known to be away.
    assert.deepEqual(await subjects(), []);
    await until(async () => (await away()).includes('replicas'));
    assert.deepEqual(await subjects(), []);
    assert.ok(Number.isNaN(await metric('yiban_replica_lag_seconds')));
  });
});
