import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { createConnection } from 'mysql2/promise';
import { newId } from '../ids.js';
import { mostProcesses, Presence } from './presence.js';

describe('the presence of a process', async () => {
  const server = new URL(process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/');
  const schema = `yiban_test_${randomBytes(6).toString('hex')}`;
  const admin = await createConnection({ uri: server.href });
  await admin.query(`CREATE DATABASE ${schema}`);
  after(async () => {
    await admin.query(`DROP DATABASE ${schema}`);
    await admin.end();
  });
  const open = async (preferred: number | null): Promise<Presence> =>
    Presence.open({ kind: 'mysql', url: new URL(`/${schema}`, server).href }, preferred);

  test('one process more than there are numbers is told so when none comes free, and gets the one that does', async () => {
    const all: Presence[] = [];
    for (let ten = 0; ten < mostProcesses / 10; ten += 1)
      all.push(...(await Promise.all(Array.from({ length: 10 }, async () => open(null)))));
    assert.deepEqual(
      all.map(({ number }) => number).toSorted((a, b) => a - b),
      Array.from({ length: mostProcesses }, (_, number) => number),
    );
    const late = open(0);
    const [first] = all;
    await new Promise((resume) => setTimeout(resume, 600));
    await first?.onApplicationShutdown();
    assert.equal((await late).number, first?.number);
    await Promise.all([...all, await late].map(async (one) => one.onApplicationShutdown()));
  });

  test('who lives is not taken for gone; who ended, or never was, is', async () => {
    const [mine, other] = await Promise.all([open(3), open(3)]);
    const ids = [mine.id ?? '', other.id ?? ''];
    assert.deepEqual(await mine.gone(ids), []);
    await other.onApplicationShutdown();
    const stranger = newId();
    for (let tries = 0; (await mine.gone(ids)).length === 0 && tries < 50; tries += 1)
      await new Promise((resume) => setTimeout(resume, 20));
    assert.deepEqual(await mine.gone([...ids, stranger]), [ids[1], stranger]);
    await mine.onApplicationShutdown();
  });

  test('a process whose connection was cut says that it has no presence, and takes a new one', async () => {
    const [cut, other] = await Promise.all([open(5), open(6)]);
    const before = cut.id ?? '';
    const [rows] = await admin.query(`SELECT IS_USED_LOCK('yiban-process-${before}') AS owner`);
    assert.ok(Array.isArray(rows) && rows[0] !== undefined && 'owner' in rows[0]);
    await admin.query(`KILL ${String(rows[0]['owner'])}`);
    for (let tries = 0; cut.id === before && tries < 100; tries += 1)
      await new Promise((resume) => setTimeout(resume, 20));
    assert.equal(cut.id, null);
    assert.deepEqual(await other.gone([before]), [before]);
    for (let tries = 0; cut.id === null && tries < 400; tries += 1)
      await new Promise((resume) => setTimeout(resume, 20));
    assert.deepEqual(await other.gone([cut.id ?? '']), []);
    assert.equal(cut.number, 5);
    await Promise.all([cut, other].map(async (one) => one.onApplicationShutdown()));
  });

  test('of a database in a file there is one process, so everybody else is gone', async () => {
    const alone = await Presence.open({ kind: 'sqlite', file: 'unused' }, 7);
    assert.equal(alone.number, 7);
    const stranger = newId();
    assert.deepEqual(await alone.gone([alone.id ?? '', stranger]), [stranger]);
  });
});
