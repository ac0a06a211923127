/** Web processes and workers apart, work handed from one to the other over Redis, which may lose all it holds. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { Office } from '../api/office.ts';
import { ended, launch } from '../server/processes.ts';
import { startRedis } from '../server/redis.ts';
import { startWide } from '../server/wide-product.ts';
import { aid, aided } from '../api/aid-grant.ts';

describe('work over Redis', async () => {
  const redis = await startRedis();
  const product = await startWide({ web: 1, workers: 1, env: { REDIS_URL: redis.url } });
  after(async () => {
    await product.stop();
    await redis.stop();
  });
  const [web, worker] = product.processes;
  assert.ok(web !== undefined && worker !== undefined);
  const { sandboxUrl, sql } = product;
  const office = await Office.of({ baseUrl: web.url, sandboxUrl, sql }, '340000');

  /** Pays a grant while the platform is away: paid is paid, and recording it there waits for a worker. */
  async function waitingPayment(misbehaviour: object = { mode: 'outage' }): Promise<string> {
    const { id, version } = await office
      .officer('window')
      .api.write<OfficerCaseView>('POST', '/agency/grants', { item: 'aid-grant', person: aided, form: aid });
    const first = office.officer('first-reviewer');
    const amount = Math.max((await first.one(id)).claimedTotal, 1);
    const settlement = [{ category: 'aid', claimed: amount, approved: amount }];
    await first.api.write('POST', `/agency/cases/${id}/pass`, { version, settlement });
    await office.officer('second-reviewer').act('pass', id);
    await product.misbehave(misbehaviour);
    await office.officer('payer').payOut(id);
    assert.equal((await first.one(id)).status, 'closed');
    return id;
  }

  async function recordedWithin(id: string, ms: number): Promise<boolean> {
    for (const until = Date.now() + ms; Date.now() < until; await sleep(200)) {
      const deeds: readonly { key: string }[] = await (await fetch(`${sandboxUrl}/payments`)).json();
      if (deeds.some(({ key }) => key.startsWith(id))) return true;
    }
    return false;
  }

  test('a web process does no work behind requests; a worker does it, and answers for its health alone', async () => {
    await worker.kill();
    const id = await waitingPayment();
    await product.misbehave({ mode: 'none' });
    assert.equal(await recordedWithin(id, 4000), false);
    await worker.start();
    assert.equal(await recordedWithin(id, 60_000), true);
    assert.equal((await fetch(`${worker.url}/health/ready`)).status, 200);
    assert.equal((await fetch(`${web.url}/api/v1/regions`)).status, 200);
    assert.equal((await fetch(`${worker.url}/api/v1/regions`)).status, 404);
  });

  test('what a killed worker was sending is sent by the next one at once, not when a lease ends', async () => {
    const sending = async (): Promise<number> =>
      (await product.rows(`SELECT id FROM outbox WHERE status = 'sending' AND sender IS NOT NULL`)).length;
    const id = await waitingPayment({ mode: 'latency', ms: 60_000 });
    for (const until = Date.now() + 10_000; Date.now() < until && (await sending()) === 0;) await sleep(50);
    assert.equal(await sending(), 1);
    await worker.kill();
    await product.misbehave({ mode: 'none' });
    await worker.start();
    assert.equal(await recordedWithin(id, 40_000), true);
  });

  test('a Redis that comes back empty has lost no work', async () => {
    const id = await waitingPayment();
    await redis.goAway();
    await product.misbehave({ mode: 'none' });
    // What needs no work behind it goes on without Redis, and no balancer is told otherwise.
    const readiness = await fetch(`${web.url}/health/ready`);
    assert.equal(readiness.status, 200);
    assert.deepEqual(await readiness.json(), { status: 'degraded', away: ['redis'] });
    assert.equal((await office.officer('payer').queue()).items.length >= 0, true);
    assert.equal(await recordedWithin(id, 4000), false);
    await redis.comeBack();
    assert.equal(await recordedWithin(id, 60_000), true);
  });

  test('a Redis that does not answer is said at start by the setting', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiban-redis-'));
    after(() => rmSync(folder, { recursive: true }));
    const env = { ...process.env, REDIS_URL: 'redis://127.0.0.1:1', DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn' };
    const child = launch('bff/dist/main.js', env);
    let said = '';
    const told = new Promise<void>((resolve) => {
      child.stdout?.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes('REDIS_URL')) resolve();
      });
      child.once('exit', () => resolve());
    });
    await told;
    await ended(child, 'SIGKILL');
    assert.match(said, /REDIS_URL: 127\.0\.0\.1:1 does not answer/);
  });
});
