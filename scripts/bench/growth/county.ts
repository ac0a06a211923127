/**
 * A county that has gone on for years: copies of one case that was really filed, with what hangs on it and sealed columns
 * of its size, and beside them duties, notices and ratings as officers and people leave them. 15,000 cases a month, of
 * 300,000 people, so that ten thousand are three weeks and five million 28 years; a fifth of the newest ten thousand is
 * still with the agency.
 */
import { createConnection, type Connection } from 'mysql2/promise';
import { z } from 'zod';

const people = 300_000;
/** Of a month of 30 days, for each of its 15,000 cases. */
const secondsBetween = 173;
const newest = 10_000;

export interface Model {
  /** Of the case that is copied; its person files in this region. */
  readonly caseId: string;
  readonly officerId: string;
  readonly items: readonly string[];
}

interface Filling {
  readonly table: string;
  /** The column that says to which case a row belongs. */
  readonly key: string;
  /** SELECT of the rows of the cases of `cases_to_copy`, for all columns of the table in their order. */
  readonly rows: string;
}

/** What the ids of copies have in common, and no other's. */
const copiedId = '-0000-7000-8001-';

/**
 * Fills up to `to` copies. Nobody may be writing meanwhile: each table is built anew, the copies in one statement, because
 * InnoDB sorts what comes into an empty table, instead of looking for the place of each row; then what is no copy.
 */
export async function fillCounty(
  schemaUrl: string,
  model: Model,
  to: number,
  say: (line: string) => void,
): Promise<void> {
  const connections = await Promise.all([1, 2].map(async () => createConnection({ uri: schemaUrl })));
  const [first] = connections;
  if (first === undefined) return;
  try {
    await first.query('SET GLOBAL innodb_flush_log_at_trx_commit = 0');
    const waiting = await fillings(first, model, to);
    // The widest first, so that both end together.
    await Promise.all(
      connections.map(async (connection) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const start = performance.now();
          await refill(connection, next);
          say(`${to} cases: ${next.table} in ${Math.round((performance.now() - start) / 1000)} s`);
        }
      }),
    );
    await first.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
    await first.query('ANALYZE TABLE cases, case_history, inbox, idempotency, audit_entries, case_duties, ratings');
  } finally {
    await Promise.all(connections.map(async (connection) => connection.end()));
  }
}

async function refill(connection: Connection, { table, key, rows }: Filling): Promise<void> {
  await connection.query(
    `SET SESSION unique_checks = 0, foreign_key_checks = 0, sql_mode = '', tx_isolation = 'READ-COMMITTED'`,
  );
  await connection.query(`CREATE TABLE filling_${table} LIKE ${table}`);
  await connection.query(`INSERT INTO filling_${table} ${rows}`);
  await connection.query(
    `INSERT INTO filling_${table} SELECT * FROM ${table} WHERE ${key} IS NULL OR ${key} NOT LIKE '%${copiedId}%'`,
  );
  await connection.query(`RENAME TABLE ${table} TO filled_${table}, filling_${table} TO ${table}`);
  await connection.query(`DROP TABLE filled_${table}`);
}

async function fillings(rows: Connection, { caseId, officerId, items }: Model, to: number): Promise<Filling[]> {
  const numbers = `seq_1_to_${to}`;
  const open = `seq <= ${newest} AND seq % 5 = 0`;
  const person = `CONCAT('00000000-0000-7000-8000-', LPAD(HEX(seq % ${people}), 12, '0'))`;
  // Those still with the agency come after the real ones, which the queue then shows.
  const id = `CONCAT(IF(${open}, 'ffff0000', '00000000'), '${copiedId}', LPAD(HEX(seq), 12, '0'))`;
  const item = `ELT(1 + seq % ${items.length}, ${items.map((one) => `'${one}'`).join(', ')})`;
  const instant = (days: number): string =>
    `DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL seq * ${secondsBetween} SECOND + INTERVAL ${days} DAY, '%Y-%m-%dT%H:%i:%s.000Z')`;
  const date = (days: number): string => `LEFT(${instant(days)}, 10)`;
  const copied = async (table: string, key: string, own: Readonly<Record<string, string>>): Promise<Filling> => ({
    table,
    key,
    rows: `SELECT ${(await columnsOf(rows, table)).map((name) => own[name] ?? `t.\`${name}\``).join(', ')}
      FROM ${numbers} CROSS JOIN (SELECT * FROM ${table} WHERE ${key} = '${caseId}') t`,
  });
  const made = async (table: string, own: Readonly<Record<string, string>>, where: string): Promise<Filling> => ({
    table,
    key: 'caseId',
    rows: `SELECT ${(await columnsOf(rows, table)).map((name) => own[name] ?? 'NULL').join(', ')}
      FROM ${numbers} WHERE ${where}`,
  });
  return [
    await copied('idempotency', 'reference', {
      // As spread over the whole table as keys are that a hash makes, and in the order of their numbers.
      id: `CONCAT(LPAD(HEX(seq * 3000000000000), 16, '0'), LEFT(t.id, 48))`,
      reference: id,
      createdAt: instant(0),
    }),
    await copied('cases', 'id', {
      id,
      item,
      personId: person,
      applicantId: person,
      number: `CONCAT('X', LPAD(seq, 20, '0'))`,
      numberEnd: `LPAD(seq % 10000, 4, '0')`,
      status: `IF(${open}, 'submitted', 'closed')`,
      outcome: `IF(${open}, NULL, IF(seq % 20 = 1, 'rejected', 'granted'))`,
      acceptedOn: `IF(${open}, NULL, ${date(1)})`,
      dueAt: `IF(${open}, NULL, ${date(28)})`,
      limitDays: '20',
      createdAt: instant(0),
      updatedAt: instant(0),
      submittedAt: instant(0),
      closedAt: `IF(${open}, NULL, ${instant(9)})`,
    }),
    await copied('inbox', 'caseId', { id, caseId: id, personId: person, createdAt: instant(0) }),
    await copied('case_history', 'caseId', { caseId: id, at: instant(0) }),
    // Copies of what a reading officer leaves; they stand in a chain that nobody goes on with.
    await made(
      'audit_entries',
      {
        chain: `'000000'`,
        ordinal: 'seq',
        at: instant(1),
        actorKind: `'officer'`,
        actorId: `'${officerId}'`,
        deed: `'case.read'`,
        caseId: id,
        personId: person,
        detail: `''`,
        hash: `SHA2(seq, 256)`,
      },
      'TRUE',
    ),
    await made(
      'case_duties',
      { caseId: id, duty: `'first-review'`, officerId: `'${officerId}'`, at: instant(5) },
      `NOT (${open})`,
    ),
    await made(
      'case_notices',
      {
        caseId: id,
        ordinal: '1',
        at: instant(2),
        officerId: `'${officerId}'`,
        about: `'case'`,
        sealedItems: `REPEAT('x', 400)`,
      },
      // Of the months before this one: what the dashboard opens must be real.
      `seq % 20 = 3 AND seq > 2 * ${newest}`,
    ),
    await made(
      'ratings',
      {
        caseId: id,
        region: `(SELECT region FROM cases WHERE id = '${caseId}')`,
        item,
        grade: '1 + seq % 5',
        at: instant(10),
      },
      `seq % 10 = 1 AND NOT (${open})`,
    ),
  ];
}

const columnRows = z.array(z.object({ name: z.string() }));

async function columnsOf(rows: Connection, table: string): Promise<readonly string[]> {
  const [found] = await rows.query(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position`,
    [table],
  );
  return columnRows.parse(found).map(({ name }) => name);
}
