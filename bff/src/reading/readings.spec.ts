import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { PaperReading } from '@yiban/shared-types/reading';
import { SystemClock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import type { Database } from '../database/database.js';
import { temporaryDatabases } from '../database/temporary-database.js';
import { newId } from '../ids.js';
import { Upload } from '../uploads/upload.entity.js';
import { Reading } from './reading.entity.js';
import { ReadingsService, type TakenReading } from './readings.service.js';

const reading: PaperReading = {
  content: { kind: 'bank-card', number: { value: '6222020200112230', confidence: 'unsure' }, bank: null },
  looksLike: 'bank-card',
  findings: [],
  legible: true,
  turned: 90,
};

class LaterClock extends SystemClock {
  constructor(private readonly aheadMs: number) {
    super();
  }
  override now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }
}

const vault = new Vault(Buffer.alloc(32, 3));
const serviceOn = (database: Database, aheadMs = 0): ReadingsService =>
  new ReadingsService(database, vault, new LaterClock(aheadMs));

async function uploaded(database: Database, paper: string | null): Promise<string> {
  const id = newId();
  const now = new Date().toISOString();
  await database.transaction(async (tx) => {
    await tx.insert(Upload, {
      id,
      personId: 'p',
      caseId: null,
      purpose: 'photo',
      paper,
      status: 'received',
      length: 1,
      offset: 1,
      sha256: null,
      failure: null,
      findings: '[]',
      width: 1,
      height: 1,
      createdAt: now,
      expiresAt: now,
    });
    await serviceOn(database).ask(tx, id, paper);
  });
  return id;
}

/** What a worker with a free hand takes up. */
async function takenBy(readings: ReadingsService): Promise<TakenReading | null> {
  const [longest] = await readings.waiting(1);
  return longest === undefined ? null : readings.take(longest);
}

for (const { name, open } of temporaryDatabases()) {
  describe(`readings on ${name}`, async () => {
    const { database, close } = await open();
    after(close);
    const readings = serviceOn(database);
    const clear = async (): Promise<unknown> => database.transaction((tx) => tx.delete(Upload, { personId: 'p' }));

    test('a paper that nobody can read, or that was not named, is none and waits for nobody', async () => {
      for (const paper of ['accident-proof', null]) {
        assert.deepEqual(await readings.of(await uploaded(database, paper)), { status: 'none' });
      }
      assert.equal(await takenBy(readings), null);
    });

    test('a photo is taken up by one process only, and by another when that one is gone', async () => {
      const id = await uploaded(database, 'receipt');
      const [one, other] = await Promise.all([takenBy(readings), takenBy(serviceOn(database))]);
      assert.deepEqual(
        [one, other].filter((taken) => taken !== null).map(({ uploadId }) => uploadId),
        [id],
      );
      assert.equal(await takenBy(readings), null);
      assert.equal((await takenBy(serviceOn(database, 100_000)))?.attempts, 2);
      await clear();
    });

    test('a photo that fails three times is given up', async () => {
      const id = await uploaded(database, 'receipt');
      for (const [attempt, later] of [0, 20_000, 40_000].entries()) {
        const taken = await takenBy(serviceOn(database, later));
        assert.ok(taken);
        assert.equal(taken.attempts, attempt + 1);
        await serviceOn(database, later).retry(taken);
      }
      assert.deepEqual(await readings.of(id), { status: 'none' });
      await clear();
    });

    test('one that took the server down three times is not taken up again', async () => {
      const id = await uploaded(database, 'receipt');
      for (const later of [0, 100_000, 200_000])
        assert.equal((await takenBy(serviceOn(database, later)))?.uploadId, id);
      assert.equal(await takenBy(serviceOn(database, 300_000)), null);
      assert.deepEqual(await readings.of(id), { status: 'none' });
      await clear();
    });

    test('broken off by a stop of the server, it counts as not tried', async () => {
      await uploaded(database, 'receipt');
      const taken = await takenBy(readings);
      await readings.release(taken!);
      assert.equal((await takenBy(serviceOn(database, 10)))?.attempts, 1);
      await clear();
    });

    test('what was read is kept sealed, comes back as it was, and goes with its upload', async () => {
      const id = await uploaded(database, 'bank-card');
      assert.deepEqual(await readings.of(id), { status: 'pending' });
      const taken = await takenBy(readings);
      await database.transaction((tx) => readings.finish(tx, taken!.uploadId, reading));
      assert.deepEqual(await readings.of(id), { status: 'done', reading });
      assert.deepEqual(await readings.ofUploads(database.read, [id, newId()]), new Map([[id, reading]]));
      const row = await database.read.findOneByOrFail(Reading, { uploadId: id });
      assert.doesNotMatch(row.sealedReading!, /6222020200112230/);
      await clear();
      assert.equal(await database.read.countBy(Reading, { uploadId: id }), 0);
      assert.deepEqual(await readings.of(id), { status: 'none' });
    });
  });
}
