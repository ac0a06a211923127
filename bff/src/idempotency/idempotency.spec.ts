import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { SystemClock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { temporaryDatabases } from '../database/temporary-database.js';
import { newId } from '../ids.js';
import { ProblemException } from '../problems/problem.js';
import { Receipt } from '../receipts/receipt.entity.js';
import { Idempotency, type Effect, type KeyedRequest } from './idempotency.js';

const vault = new Vault(Buffer.alloc(32, 1));
/** The soak takes more. */
const keys = Number(process.env['IDEMPOTENCY_KEYS'] ?? 100);
const request = (key: string, body: object = { a: 1 }): KeyedRequest => ({
  callerId: 'person',
  key,
  deed: 'test',
  body,
});

for (const { name, open } of temporaryDatabases()) {
  describe(`idempotency on ${name}`, async () => {
    const { database, close } = await open();
    after(close);
    const idempotency = new Idempotency(database, vault, new SystemClock());
    const effects = (caseId: string): Promise<number> => database.read.countBy(Receipt, { caseId });
    const effect = (caseId: string) => async (): Promise<Effect> => async (tx) => {
      await tx.insert(Receipt, { id: newId(), caseId, liveIndex: null, createdAt: '2026-11-25T00:00:00.000Z' });
      return caseId;
    };

    test('another body under the same key is refused, and has no effect', async () => {
      await idempotency.run(request('key-conflict'), effect('one'), async (id) => ({ id }));
      await assert.rejects(
        idempotency.run(request('key-conflict', { a: 2 }), effect('one'), async (id) => ({ id })),
        (error) => error instanceof ProblemException && error.code === 'idempotency-conflict',
      );
      assert.equal(await effects('one'), 1);
    });

    test('a refused write leaves the key free', async () => {
      await assert.rejects(
        idempotency.run(
          request('key-refused'),
          async () => Promise.reject(new Error('no')),
          async () => ({}),
        ),
      );
      const answer = await idempotency.run(request('key-refused'), effect('two'), async (id) => ({ id }));
      assert.deepEqual(answer, { id: 'two' });
    });

    test('the second answer is the first one, though the world has moved on', async () => {
      const first = await idempotency.run(request('key-again'), effect('three'), async (id) => ({ id, at: 1 }));
      const second = await idempotency.run(request('key-again'), effect('three'), async (id) => ({ id, at: 2 }));
      assert.equal(JSON.stringify(second), JSON.stringify(first));
      assert.equal(await effects('three'), 1);
    });

    test('after a crash between effect and answer the retry answers without a second effect', async () => {
      await assert.rejects(
        idempotency.run(request('key-crash'), effect('four'), async () => Promise.reject(new Error('crash'))),
      );
      assert.deepEqual(await idempotency.run(request('key-crash'), effect('four'), async (id) => ({ id })), {
        id: 'four',
      });
      assert.equal(await effects('four'), 1);
    });

    test(`${keys} keys with 20 retries at once have ${keys} effects and one answer each`, async () => {
      let answers = 0;
      const all = await Promise.all(
        Array.from({ length: keys * 20 }, async (_, i) =>
          idempotency
            .run(request(`key-${i % keys}-many`), effect('five'), async (id) => ({ id, n: (answers += 1) }))
            .then((a) => [i % keys, JSON.stringify(a)] as const),
        ),
      );
      assert.equal(await effects('five'), keys);
      assert.equal(new Set(all.map(([key, answer]) => `${key} ${answer}`)).size, keys);
    });
  });
}
