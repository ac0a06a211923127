import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { entities } from '../database/entities.js';
import { temporaryDatabases } from '../database/temporary-database.js';
import { LocalDiskStorage } from '../gateways/storage/local-disk-storage.js';
import { InboxMessage } from '../inbox/inbox-message.entity.js';
import { Upload } from '../uploads/upload.entity.js';
import { getMetadataArgsStorage } from 'typeorm';
import { DataKey } from './data-key.entity.js';
import { KeyRotation } from './key-rotation.js';
import { KeyStore } from './key-store.js';
import { MasterKeys } from './master-keys.js';
import { sealedTables } from './sealed-places.js';
import { Vault } from './vault.js';

/** The soak takes more. */
const rows = Number(process.env['ROTATED_ROWS'] ?? 2000);
const master = (fill: number): Buffer => Buffer.alloc(32, fill);
const uuid = (i: number): string => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`;

test('a rotation goes through every sealed column of every table', () => {
  const sealedColumns = getMetadataArgsStorage().columns.flatMap(({ target, propertyName }) => {
    const entity = entities.find((one) => one === target);
    if (entity === undefined || !propertyName.startsWith('sealed')) return [];
    const table = getMetadataArgsStorage().tables.find((one) => one.target === target)?.name;
    return [`${table}.${propertyName}`];
  });
  const gone = sealedTables.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`));
  assert.deepEqual(gone.toSorted(), sealedColumns.toSorted());
});

for (const { name, open } of temporaryDatabases()) {
  describe(`rotation of keys on ${name}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiban-rotation-'));
    const { database, close } = await open();
    const storage = await LocalDiskStorage.open(folder);
    // The running product and the command: two processes, each with a keyring of its own.
    const product = await KeyStore.open(database, new MasterKeys(master(1), []), 'aes');
    const vault = new Vault(product.keyring);
    const stores = [product];
    after(async () => {
      for (const store of stores) store.onApplicationShutdown();
      await close();
      rmSync(folder, { recursive: true });
    });
    const place = (i: number): string => `inbox:${uuid(i)}:text`;
    const insert = (from: number, count: number) =>
      database.transaction((tx) =>
        tx.insert(
          InboxMessage,
          Array.from({ length: count }, (_, n) => ({
            id: uuid(from + n),
            personId: 'p',
            caseId: null,
            sealedText: vault.seal(place(from + n), `消息 ${from + n}`),
            createdAt: '2026-11-25T00:00:00.000Z',
            readAt: null,
          })),
        ),
      );
    for (let i = 0; i < rows; i += 500) await insert(i, 500);
    await storage.put(`photos/${uuid(1)}/full`, vault.sealBytes(`photos/${uuid(1)}/full`, Buffer.from('photo')));
    await storage.put(`photos/${uuid(2)}/full`, vault.sealBytes(`photos/${uuid(2)}/full`, Buffer.from('left over')));
    await database.transaction((tx) =>
      tx.insert(Upload, {
        id: uuid(1),
        personId: 'p',
        caseId: null,
        purpose: 'photo',
        paper: null,
        status: 'received',
        length: 5,
        offset: 5,
        sha256: null,
        failure: null,
        findings: '[]',
        width: 1,
        height: 1,
        createdAt: '2026-11-25T00:00:00.000Z',
        expiresAt: '2026-12-25T00:00:00.000Z',
      }),
    );

    const rotation = async (masters: MasterKeys, stopAfter = Infinity): Promise<KeyRotation> => {
      const keys = await KeyStore.open(database, masters, 'sm');
      stores.push(keys);
      let reports = 0;
      return new KeyRotation({
        database,
        storage,
        keys,
        masters,
        report: () => {
          reports += 1;
          if (reports > stopAfter) throw new Error('stopped');
        },
      });
    };

    test('reads and writes go on without a fault while it runs, and it goes on where it was stopped', async () => {
      let running = true;
      let reads = 0;
      const reading = (async () => {
        while (running) {
          const i = Math.floor(Math.random() * rows);
          const row = await database.read.findOneByOrFail(InboxMessage, { id: uuid(i) });
          assert.equal(vault.open(place(i), row.sealedText), `消息 ${i}`);
          if (reads % 50 === 0) await insert(rows + reads, 1);
          reads += 1;
          // SQLite answers at once: timers need their turn.
          await new Promise((resume) => setImmediate(resume));
        }
      })();
      await assert.rejects((await rotation(new MasterKeys(master(1), []), 5)).rotate('sm', 2500), /stopped/);
      const left = await database.read.countBy(DataKey, { state: 'retiring' });
      assert.equal(left, 1);
      await (await rotation(new MasterKeys(master(1), []))).rotate('sm', 0);
      running = false;
      await reading;
      assert.ok(reads > 100, `${reads} reads`);
    });

    test('everything stands under the new key, in the new suite; what had no owner is gone', async () => {
      await product.refresh();
      const all = await database.read.find(InboxMessage);
      assert.ok(all.length > rows);
      assert.ok(all.every(({ sealedText }) => vault.isCurrent(sealedText)));
      const key = await database.read.findOneByOrFail(DataKey, { id: product.keyring.current });
      assert.deepEqual([key.suite, key.state], ['sm', 'current']);
      const file = await storage.get(`photos/${uuid(1)}/full`);
      assert.ok(vault.isCurrent(file));
      assert.equal(vault.openBytes(`photos/${uuid(1)}/full`, file).toString(), 'photo');
      assert.deepEqual(await storage.list(`photos/${uuid(2)}/`), []);
    });

    test('a new master key wraps all keys; the old one opens nothing any more', async () => {
      const masters = new MasterKeys(master(2), [master(1)]);
      assert.ok((await (await rotation(masters)).rewrap()) >= 5);
      stores.push(await KeyStore.open(database, new MasterKeys(master(2), []), 'sm'));
      await assert.rejects(KeyStore.open(database, new MasterKeys(master(1), []), 'sm'), /master key [0-9a-f]{8}/);
    });
  });
}
