/**
 * `npm run bench -- growth [--sample N]`: how long calls take with ten thousand cases in MariaDB, with a million, and with
 * five million (or N) of 300,000 people, and how large the database is. Where a call is not flat, the plans of its
 * statements go to standard error.
 */
import { createConnection, type Connection } from 'mysql2/promise';
import { z } from 'zod';
import { startProduct } from '../../test/server/running-server.ts';
import { atMost, withoutGoal, type BenchOptions, type Figure } from './figure.ts';
import { measuredCalls, type Call } from './growth/calls.ts';
import { fillCounty } from './growth/county.ts';
import { statementsOf } from './limit/recorded.ts';
import { median } from './load.ts';

const small = 10_000;
const sizes: readonly number[] = [1_000_000, 5_000_000];
const mostGrowth = 1.3;
const requests = 400;
const atOnce = 4;

type Times = ReadonlyMap<string, readonly number[]>;

export async function measureGrowth({ sample, say }: BenchOptions): Promise<readonly Figure[]> {
  const product = await startProduct({ database: 'mariadb', env: { LOG_LEVEL: 'warn' } });
  const schema = product.mysqlUrl ?? '';
  const rows = await createConnection({ uri: schema });
  try {
    const { calls, model, signIn } = await measuredCalls(
      product,
      async (statement) => (await rows.query(statement))[0],
    );
    const empty = await bytesOf(rows);
    await fillCounty(schema, model, small, say);
    const before = await timesOf(calls, say);
    const figures: Figure[] = [...before].map(([name, times]) =>
      withoutGoal(`${name}: p99 with ${small}`, p99(times), 'ms'),
    );
    for (const to of sample === null ? sizes : [Math.max(sample, small * 2)]) {
      const start = performance.now();
      await fillCounty(schema, model, to, say);
      const seconds = (performance.now() - start) / 1000;
      figures.push(
        withoutGoal(`filling up to ${to}`, seconds, 's'),
        withoutGoal(`on disk for a case, of ${to}`, ((await bytesOf(rows)) - empty) / to, 'bytes'),
      );
      await signIn();
      const after = await timesOf(calls, say);
      for (const { name, deed } of calls) {
        const compared = growthOf(name, before, after, to);
        figures.push(...compared);
        if (compared.some(({ met }) => met === false)) await explain(rows, await statementsOf(schema, deed), name, say);
      }
    }
    return figures;
  } finally {
    await rows.end();
    await product.stop();
  }
}

function growthOf(name: string, before: Times, after: Times, to: number): readonly Figure[] {
  const [then, now] = [before.get(name) ?? [], after.get(name) ?? []];
  return [
    withoutGoal(`${name}: p50 with ${to}, of that with ${small}`, median(now) / median(then), '×'),
    withoutGoal(`${name}: p99 with ${to}`, p99(now), 'ms'),
    atMost(`${name}: p99 with ${to}, of that with ${small}`, p99(now) / p99(then), '×', mostGrowth),
  ];
}

async function timesOf(calls: readonly Call[], say: (line: string) => void): Promise<Times> {
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

const bytes = z.array(z.object({ bytes: z.coerce.number() }));

async function bytesOf(rows: Connection): Promise<number> {
  const [found] = await rows.query(
    'SELECT SUM(data_length + index_length) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  return bytes.parse(found)[0]?.bytes ?? 0;
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
