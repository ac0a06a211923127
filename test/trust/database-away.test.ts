/** The database goes away in the middle of everything, and comes back: 503 in words meanwhile, and nothing lost. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView } from '@yiban/shared-types/cases';
import { createConnection } from 'mysql2/promise';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { startProduct } from '../server/running-server.ts';

/** A wire to the database that can be cut. */
async function wireTo(host: string, port: number) {
  const open = new Set<Socket>();
  let cut = false;
  const server = createServer((near) => {
    if (cut) {
      near.destroy();
      return;
    }
    const far = connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          open.delete(one);
          other.destroy();
        });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      cut = true;
      for (const socket of open) socket.destroy();
    },
    mend: () => (cut = false),
    close: () => server.close(),
  };
}

describe('a database that goes away', async () => {
  const server = new URL(process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/');
  const schema = `yiban_away_${randomBytes(4).toString('hex')}`;
  const admin = await createConnection({ uri: server.href });
  await admin.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4`);
  const wire = await wireTo(server.hostname, Number(server.port || 3306));
  const url = new URL(`/${schema}`, server);
  url.port = String(wire.port);
  const product = await startProduct({ env: { MYSQL_URL: url.href } });
  after(async () => {
    await product.stop();
    wire.close();
    await admin.query(`DROP DATABASE ${schema}`);
    await admin.end();
  });
  const ready = async (): Promise<number> => (await fetch(`${product.baseUrl}/health/ready`)).status;

  test('readiness tells the truth, requests are answered 503 in words, and it goes on by itself', async () => {
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
    wire.cut();
    assert.equal(await ready(), 503);
    const { status, text } = await citizen.api.send('GET', '/cases');
    assert.equal(status, 503);
    assert.match(text, /"code":"service-unavailable"/);
    wire.mend();
    for (const until = Date.now() + 10_000; Date.now() < until && (await ready()) !== 200;) await sleep(100);
    assert.equal(await ready(), 200);
    assert.equal((await citizen.api.send('GET', '/cases')).status, 200);
  });

  test('cut at any moment of a submission, the retry ends it once', async () => {
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
    for (let i = 0; i < 2; i += 1) {
      const draft = await filledCase(citizen, 'remote-retiree', '620000');
      const key = { 'idempotency-key': randomUUID() };
      const send = async () => citizen.api.send('POST', `/cases/${draft.id}/submit`, { version: draft.version }, key);
      const cutting = sleep(8 + i * 30).then(() => wire.cut());
      const first = await send();
      await cutting;
      assert.ok(first.status === 200 || first.status === 503, `${first.status} ${first.text}`);
      wire.mend();
      let again = await send();
      for (const until = Date.now() + 15_000; Date.now() < until && again.status === 503; again = await send())
        await sleep(200);
      assert.equal(again.status, 200, again.text);
      if (first.status === 200) assert.equal(again.text, first.text);
      let view: CaseView = await citizen.one(draft.id);
      for (
        const until = Date.now() + 90_000;
        Date.now() < until && view.status === 'accepted';
        view = await citizen.one(draft.id)
      )
        await sleep(300);
      const deeds: readonly { key: string }[] = await (await fetch(`${product.sandboxUrl}/registrations`)).json();
      assert.equal(deeds.filter((deed) => deed.key.startsWith(draft.id)).length, view.status === 'closed' ? 1 : 0);
    }
  });
});
