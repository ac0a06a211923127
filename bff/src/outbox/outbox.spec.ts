import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { SystemClock } from '../clock.js';
import { readConfig } from '../config.js';
import { Vault } from '../crypto/vault.js';
import { Presence } from '../database/presence.js';
import { temporaryDatabases } from '../database/temporary-database.js';
import { newId } from '../ids.js';
import { BackgroundWork } from '../work/background-work.js';
import { ProcessQueue } from '../work/process-queue.js';
import type { Delivery, DeliveryResult, OutboxHandler } from './outbox-handler.js';
import { OutboxEntry } from './outbox.entity.js';
import { Outbox } from './outbox.js';
import { OutboxWorker } from './outbox.worker.js';

const orphans = 1000;
const patienceMs = 5 * 60_000;
const hour = 3_600_000;

/** What was sent and settled, by key. The first of its tries to send each tenth entry finds nobody there. */
class Counting implements OutboxHandler {
  readonly kind = 'platform';
  readonly sent = new Map<string, number>();
  readonly settled = new Map<string, number>();

  async send({ effectKey }: Delivery): Promise<DeliveryResult> {
    const times = (this.sent.get(effectKey) ?? 0) + 1;
    this.sent.set(effectKey, times);
    if (effectKey.endsWith('0') && times === 1) throw new Error('nobody there');
    return { accepted: true, answer: { effectKey } };
  }

  async settle(_tx: unknown, { effectKey }: Delivery): Promise<void> {
    this.settled.set(effectKey, (this.settled.get(effectKey) ?? 0) + 1);
  }
}

for (const { name, open } of temporaryDatabases()) {
  describe(`what nobody sends any more, on ${name}`, async () => {
    const { database, config, close } = await open();
    const logger = pino({ level: 'silent' });
    const presence = await Presence.open(config, 0);
    const outbox = new Outbox(database, presence, new Vault(Buffer.alloc(32, 1)), new SystemClock(), logger);
    const background = new BackgroundWork(new ProcessQueue(), readConfig({}), logger);
    const handler = new Counting();
    outbox.register(handler);
    new OutboxWorker(outbox, background).onModuleInit();
    after(async () => {
      await background.onModuleDestroy();
      await presence.onApplicationShutdown();
      await close();
    });

    test(`${orphans} orphans are found and sent by itself, each once in effect; what a living process sends is left to it`, async (t) => {
      const keys = Array.from({ length: orphans }, (_, i) => `orphan-${i}`);
      const other = config.kind === 'mysql' ? await Presence.open(config, 1) : presence;
      const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
      // Of a process that was killed while it sent; of one whose lease ran out; never announced; postponed long ago.
      const ways: readonly Partial<OutboxEntry>[] = [
        { status: 'sending', attempts: 1, sender: newId(), dueAt: at(hour) },
        { status: 'sending', attempts: 3, sender: null, dueAt: at(-1) },
        { status: 'pending', attempts: 0, dueAt: at(-hour) },
        { status: 'pending', attempts: 9, dueAt: at(-24 * hour) },
      ];
      await database.transaction(async (tx) => {
        const add = (effectKey: string) =>
          outbox.enqueue(tx, { kind: 'platform', effectKey, caseId: newId(), payload: { effectKey } });
        for (const [i, key] of keys.entries())
          await tx.update(OutboxEntry, await add(key), ways[i % ways.length] ?? {});
        await tx.update(OutboxEntry, await add('held'), { status: 'sending', sender: other.id, dueAt: at(hour) });
      });
      const start = performance.now();
      background.onApplicationBootstrap();
      const left = () => database.read.countBy(OutboxEntry, [{ status: 'pending' }, { status: 'sending' }]);
      for (const until = Date.now() + patienceMs; (await left()) > 1 && Date.now() < until;) await sleep(200);
      t.diagnostic(`found and sent within ${((performance.now() - start) / 1000).toFixed(1)} s`);
      assert.deepEqual([...handler.settled.keys()].toSorted(), keys.toSorted());
      assert.deepEqual(new Set(handler.settled.values()), new Set([1]));
      assert.equal(await database.read.countBy(OutboxEntry, { status: 'done' }), orphans);
      assert.equal(handler.sent.get('held'), undefined);
      if (other !== presence) await other.onApplicationShutdown();
    });
  });
}
