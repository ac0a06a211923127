/**
 * `npm run bench -- growth [--sample N]`: how long calls take with ten thousand cases in MariaDB and with a million (or N),
 * of 300,000 people. The rows are copies of one that was really filed, with sealed columns of its size; what the measured
 * calls open was really filed. Where a call is not flat, the plans of its statements go to standard error.
 */
import { createConnection, type Connection } from 'mysql2/promise';
import { z } from 'zod';
import { startProduct, type RunningProduct } from '../../test/server/running-server.ts';
import { filledCase } from '../../test/api/filled-case.ts';
import { CitizenClient } from '../client/citizen.ts';
import { OfficerClient } from '../client/officer.ts';
import { atMost, withoutGoal, type BenchOptions, type Figure } from './figure.ts';
import { statementsOf } from './limit/recorded.ts';
import { median } from './load.ts';
import { peopleOf } from './people.ts';

const small = 10_000;
const people = 300_000;
const mostGrowth = 1.3;
const requests = 400;
const atOnce = 4;
/** Rows that one statement copies. */
const batch = 20_000;
/** Every fiftieth case is still with the agency. */
const openEvery = 50;
/** An item that needs no paper, so that what is measured is the case and not its photos. */
const item = 'settlement-coordination';

interface Call {
  readonly name: string;
  readonly deed: () => Promise<unknown>;
  /** A deed that goes on from the one before is measured one after the other. */
  readonly inTurn?: boolean;
}

export async function measureGrowth({ sample, say }: BenchOptions): Promise<readonly Figure[]> {
  const product = await startProduct({ database: 'mariadb', env: { LOG_LEVEL: 'warn' } });
  try {
    const schema = product.mysqlUrl ?? '';
    const { calls, template } = await measuredCalls(product);
    const rows = await createConnection({ uri: schema });
    try {
      const empty = await bytesOf(rows);
      await fill(rows, template, 0, small, say);
      const before = await timesOf(calls, say);
      const large = Math.max(sample ?? 1_000_000, small * 2);
      await fill(rows, template, small, large, say);
      const bytes = (await bytesOf(rows)) - empty;
      const after = await timesOf(calls, say);
      const figures: Figure[] = [withoutGoal(`on disk for a case, of ${large}`, bytes / large, 'bytes')];
      for (const { name, deed } of calls) {
        const [then, now] = [before.get(name) ?? [], after.get(name) ?? []];
        const growth = p99(now) / p99(then);
        figures.push(
          withoutGoal(`${name}: p50 with ${small}`, median(then), 'ms'),
          withoutGoal(`${name}: p50 with ${large}`, median(now), 'ms'),
          withoutGoal(`${name}: p99 with ${large}`, p99(now), 'ms'),
          atMost(`${name}: p99 with ${large}, of that with ${small}`, growth, '×', mostGrowth),
        );
        if (growth > mostGrowth) await explain(rows, await statementsOf(schema, deed), name, say);
      }
      return figures;
    } finally {
      await rows.end();
    }
  } finally {
    await product.stop();
  }
}

/** Somebody with a page of filed cases, and an officer of their region. */
async function measuredCalls({
  baseUrl,
  sandboxUrl,
}: RunningProduct): Promise<{ readonly calls: readonly Call[]; readonly template: string }> {
  const { citizen, region, draft } = await filerOf(baseUrl, sandboxUrl);
  let next = draft;
  const file = async (): Promise<string> => {
    const { id } = await citizen.submit(next);
    next = await citizen.open(item, region, draft.form);
    return id;
  };
  let template = '';
  for (let filed = 0; filed < 20; filed += 1) template = await file();
  const officer = await OfficerClient.loggedIn(baseUrl, sandboxUrl, 'first-reviewer', region);
  const { number } = await citizen.one(template);
  return {
    template,
    calls: [
      { name: 'my cases', deed: async () => citizen.api.call('GET', '/cases?limit=20') },
      { name: 'case detail', deed: async () => citizen.one(template) },
      { name: 'open and submit', deed: file, inTurn: true },
      { name: 'queue of officers', deed: async () => officer.queue() },
      { name: 'search by number', deed: async () => officer.queue(`?number=${number?.slice(-8) ?? ''}`) },
    ],
  };
}

async function filerOf(baseUrl: string, sandboxUrl: string) {
  for (const { key, region } of await peopleOf(sandboxUrl)) {
    const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, key);
    const draft = await filledCase(citizen, item, region).catch(() => null);
    if (draft !== null) return { citizen, region, draft };
  }
  throw new Error('nobody in the sandbox can file');
}

async function timesOf(
  calls: readonly Call[],
  say: (line: string) => void,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, readonly number[]>();
  for (const { name, deed, inTurn = false } of calls) {
    // Warm: what is measured is the data's size.
    for (let i = 0; i < 20; i += 1) await deed();
    const taken: number[] = [];
    const one = async (): Promise<void> => {
      while (taken.length < (inTurn ? requests / 4 : requests)) {
        const start = performance.now();
        await deed();
        taken.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: inTurn ? 1 : atOnce }, one));
    times.set(name, taken);
    say(`${name}: p50 ${median(taken).toFixed(1)} ms, p99 ${p99(taken).toFixed(1)} ms`);
  }
  return times;
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}

const columnRows = z.array(z.object({ name: z.string() }));

interface Copied {
  readonly table: string;
  /** The column that says which rows are the case's. */
  readonly key: string;
  /** What differs from copy to copy, in SQL of `seq`; the rest is as it was filed. */
  readonly own: Readonly<Record<string, string>>;
}

/** Copies the case, with what hangs on it, so that there are `to` cases besides the real ones. */
async function fill(
  rows: Connection,
  template: string,
  from: number,
  to: number,
  say: (line: string) => void,
): Promise<void> {
  const person = `CONCAT('00000000-0000-7000-8000-', LPAD(HEX(seq % ${people}), 12, '0'))`;
  // Those still with the agency come after the real ones, which the queue then shows.
  const id = `CONCAT(IF(seq % ${openEvery} = 0, 'ffff0000', '00000000'), '-0000-7000-8001-', LPAD(HEX(seq), 12, '0'))`;
  const copies: readonly Copied[] = [
    {
      table: 'cases',
      key: 'id',
      own: {
        id,
        personId: person,
        applicantId: person,
        number: `CONCAT('X', LPAD(seq, 20, '0'))`,
        status: `IF(seq % ${openEvery} = 0, 'submitted', 'closed')`,
        outcome: `IF(seq % ${openEvery} = 0, NULL, 'granted')`,
      },
    },
    { table: 'case_history', key: 'caseId', own: { caseId: id } },
    { table: 'inbox', key: 'caseId', own: { id, caseId: id, personId: person } },
    { table: 'idempotency', key: 'reference', own: { id: `SHA2(CONCAT(t.id, seq), 256)`, reference: id } },
  ];
  for (let start = from; start < to; start += batch) {
    const end = Math.min(start + batch, to);
    for (const { table, key, own } of copies) {
      const [found] = await rows.query(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
        [table],
      );
      const names = columnRows.parse(found).map(({ name }) => name);
      await rows.query(
        `INSERT INTO ${table} (${names.map((name) => `\`${name}\``).join(', ')})
         SELECT ${names.map((name) => own[name] ?? `t.\`${name}\``).join(', ')}
         FROM seq_${start + 1}_to_${end} CROSS JOIN (SELECT * FROM ${table} WHERE ${key} = '${template}') t`,
      );
    }
    if (end % (batch * 5) === 0) say(`${end} cases`);
  }
  await rows.query('ANALYZE TABLE cases, case_history, inbox, idempotency');
}

const sizes = z.array(z.object({ bytes: z.coerce.number() }));

async function bytesOf(rows: Connection): Promise<number> {
  const [found] = await rows.query(
    'SELECT SUM(data_length + index_length) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  return sizes.parse(found)[0]?.bytes ?? 0;
}

async function explain(
  rows: Connection,
  statements: readonly string[],
  name: string,
  say: (line: string) => void,
): Promise<void> {
  for (const statement of statements.filter((one) => one.startsWith('SELECT'))) {
    const [plan] = await rows.query(`EXPLAIN ${statement}`);
    say(`${name}: ${statement.replaceAll(/SELECT .*? FROM/gu, 'SELECT … FROM')}\n${JSON.stringify(plan)}`);
  }
}
