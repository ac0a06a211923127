import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { SystemClock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { temporaryDatabases } from '../database/temporary-database.js';
import { AuditHead } from './audit-head.entity.js';
import { AuditTrail } from './audit-trail.js';
import { verifyAudit } from './audit-verification.js';

const vault = new Vault(Buffer.alloc(32, 5));
const officers = 20;
/** The soak takes more. */
const entries = Number(process.env['AUDIT_ENTRIES'] ?? 2000);

for (const { name, open } of temporaryDatabases()) {
  describe(`audit trail on ${name}`, async () => {
    const { database, close } = await open();
    after(close);
    // Two processes of one installation.
    const trails = [1, 2].map(() => new AuditTrail(database, vault, new SystemClock()));
    const fault = async (): Promise<string | null> => {
      const reports = await verifyAudit(database.read, vault);
      return reports.find(({ chain }) => chain === '620000')?.fault ?? null;
    };
    const write = async (sql: string, ...values: readonly unknown[]): Promise<void> => {
      await database.transaction(async (tx) => tx.query(sql, [...values]));
    };
    const row = async (ordinal: number): Promise<Record<string, string | number | null>> =>
      (
        await database.read.query('SELECT * FROM audit_entries WHERE chain = ? AND ordinal = ?', ['620000', ordinal])
      )[0];

    for (let from = 0; from < entries; from += 500) {
      await Promise.all(
        Array.from({ length: Math.min(500, entries - from) }, async (_, n) =>
          trails[n % 2]?.recordOfficer(
            { officerId: `officer-${n % officers}`, region: '620000' },
            { deed: 'case.read', caseId: `case-${from + n}`, personId: `person-${n % 7}`, detail: ['a', 'b'] },
          ),
        ),
      );
    }

    test('what several officers did at once through two processes is one chain that holds', async () => {
      assert.equal(await fault(), null);
      const head = await database.read.findOneByOrFail(AuditHead, { chain: '620000' });
      assert.equal(head.ordinal, entries);
    });

    test('one byte changed in any column is found', async () => {
      const before = await row(250);
      for (const [column, value] of Object.entries(before)) {
        if (column === 'chain' || column === 'ordinal') continue;
        const text = String(value ?? '');
        const altered = text === '' ? 'x' : `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`;
        const set = `UPDATE audit_entries SET ${column} = ? WHERE chain = '620000' AND ordinal = 250`;
        await write(set, altered);
        assert.equal(await fault(), 'entry 250 is not what was written', column);
        await write(value === null ? set.replace('?', 'NULL') : set, ...(value === null ? [] : [value]));
      }
      assert.equal(await fault(), null);
    });

    test('a row taken out is found: in the middle, and at the end', async () => {
      for (const ordinal of [250, entries]) {
        const taken = await row(ordinal);
        await write(`DELETE FROM audit_entries WHERE chain = '620000' AND ordinal = ${ordinal}`);
        assert.match((await fault()) ?? '', /missing/);
        await write(
          `INSERT INTO audit_entries (${Object.keys(taken).join(', ')}) VALUES (${Object.keys(taken)
            .map(() => '?')
            .join(', ')})`,
          ...Object.values(taken),
        );
      }
      assert.equal(await fault(), null);
    });

    test('two rows that change places are found', async () => {
      const swap = async (): Promise<void> => {
        await write("UPDATE audit_entries SET ordinal = -1 WHERE chain = '620000' AND ordinal = 100");
        await write("UPDATE audit_entries SET ordinal = 100 WHERE chain = '620000' AND ordinal = 101");
        await write("UPDATE audit_entries SET ordinal = 101 WHERE chain = '620000' AND ordinal = -1");
      };
      await swap();
      assert.equal(await fault(), 'entry 100 is not what was written');
      await swap();
      assert.equal(await fault(), null);
    });

    test('an end that was cut off together with its mark shows against what was noted before', async () => {
      const { hash } = await database.read.findOneByOrFail(AuditHead, { chain: '620000' });
      const last = await row(entries);
      const earlier = await row(entries - 1);
      await write(`DELETE FROM audit_entries WHERE chain = '620000' AND ordinal = ${entries}`);
      await write("UPDATE audit_heads SET ordinal = ?, hash = ? WHERE chain = '620000'", entries - 1, earlier['hash']);
      assert.equal(await fault(), null);
      const [report] = await verifyAudit(database.read, vault, [{ chain: '620000', ordinal: entries, hash }]);
      assert.match(report?.fault ?? '', /noted/);
      await write(
        `INSERT INTO audit_entries (${Object.keys(last).join(', ')}) VALUES (${Object.keys(last)
          .map(() => '?')
          .join(', ')})`,
        ...Object.values(last),
      );
      await write("UPDATE audit_heads SET ordinal = ?, hash = ? WHERE chain = '620000'", entries, hash);
    });

    test('who can write to the database and has no key makes no chain that holds', async () => {
      const foreign = new AuditTrail(database, new Vault(Buffer.alloc(32, 6)), new SystemClock());
      await foreign.record({ chain: '620000', actor: 'officer', actorId: 'x', deed: 'case.read' });
      assert.equal(await fault(), `entry ${entries + 1} is not what was written`);
    });

    test('an access that cannot be written down does not happen', async () => {
      await write('DROP TABLE audit_entries');
      await assert.rejects(
        trails[0]?.record({ chain: '620000', actor: 'officer', actorId: 'x', deed: 'case.read' }) ?? Promise.resolve(),
      );
    });
  });
}
