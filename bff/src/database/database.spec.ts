import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { Receipt } from '../receipts/receipt.entity.js';
import { Database, isDuplicate } from './database.js';
import { temporaryDatabases } from './temporary-database.js';

for (const { name, open } of temporaryDatabases()) {
  describe(`the database on ${name}`, async () => {
    const { database, close } = await open();
    after(close);
    const receipt = (id: string, liveIndex: string | null): Receipt =>
      Object.assign(new Receipt(), { id, caseId: 'c', liveIndex, createdAt: '2026-11-25T00:00:00.000Z' });

    test('the migrations make exactly the tables that the entities describe', async () => {
      const { connection } = database.read;
      const runner = connection.createQueryRunner();
      for (const entity of connection.entityMetadatas) {
        const table = await runner.getTable(entity.tableName);
        const made = table?.columns
          .map((c) => `${c.name} ${c.type} ${c.length} ${c.isNullable} ${c.isPrimary}`)
          .toSorted();
        const said = entity.columns.map((c) => {
          const type = c.type === 'int' && database.kind === 'sqlite' ? 'integer' : String(c.type);
          return `${c.databaseName} ${type} ${c.length} ${c.isNullable} ${c.isPrimary}`;
        });
        assert.deepEqual(
          made?.map((c) => c.replace(' integer ', ' int ').replace(' mediumtext ', ' text ')),
          said.map((c) => c.replace(' integer ', ' int ')).toSorted(),
        );
        for (const index of entity.indices) {
          const columns = index.columns.map((c) => c.databaseName);
          assert.ok(
            table?.indices.some((i) => i.columnNames.join() === columns.join()),
            `${entity.tableName} ${index.name}`,
          );
        }
        for (const unique of entity.uniques) {
          const [column] = unique.columns;
          assert.ok(
            table?.uniques.some((u) => u.columnNames.join() === column?.databaseName) ||
              table?.indices.some((i) => i.isUnique && i.columnNames.join() === column?.databaseName),
            `${entity.tableName} ${column?.databaseName} is unique`,
          );
        }
      }
      await runner.release();
    });

    test('a transaction that fails leaves nothing behind', async () => {
      await assert.rejects(
        database.transaction(async (tx) => {
          await tx.insert(Receipt, receipt('r1', 'a'));
          throw new Error('stop');
        }),
      );
      assert.equal(await database.read.countBy(Receipt, { id: 'r1' }), 0);
    });

    test('a second use of a unique value is told as a duplicate, and null may stand many times', async () => {
      await database.transaction((tx) =>
        tx.insert(Receipt, [receipt('r2', null), receipt('r3', null), receipt('r4', 'b')]),
      );
      await assert.rejects(
        database.transaction((tx) => tx.insert(Receipt, receipt('r5', 'b'))),
        isDuplicate,
      );
    });

    test('transactions of twenty requests at once do not see each other half done', async () => {
      const before = await database.read.count(Receipt);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          database.transaction(async (tx) => {
            await tx.insert(Receipt, receipt(`m${i}a`, null));
            await new Promise((resume) => setImmediate(resume));
            if (i % 2 === 1) throw new Error('stop');
            await tx.insert(Receipt, receipt(`m${i}b`, null));
          }),
        ),
      );
      assert.equal(outcomes.filter((o) => o.status === 'rejected').length, 10);
      assert.equal(await database.read.count(Receipt), before + 20);
    });
  });
}

test('SQLite flushes every commit', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-'));
  const database = await Database.open({ kind: 'sqlite', file: path.join(folder, 'x.sqlite') });
  const [mode] = await database.transaction((tx) => tx.query('PRAGMA synchronous'));
  const [journal] = await database.transaction((tx) => tx.query('PRAGMA journal_mode'));
  assert.equal(mode.synchronous, 2);
  assert.equal(journal.journal_mode, 'wal');
  await database.onApplicationShutdown();
  rmSync(folder, { recursive: true });
});
