/**
 * Three web processes and two workers on one MariaDB, one Redis and one bucket, behind a round robin, under people who
 * file: processes are killed while Redis or the bucket is away and while a new version with a migration comes in one by
 * one. FILERS: how many people (200), KILLS: how many kills at least (8), AWAY_MS: how long Redis and the bucket are away
 * at a time (8000), SEED: of the moments. Needs a machine with nothing else to do: it asserts seconds (npm run soak).
 */
import { after, describe, test } from 'node:test';
import { SeededRandom } from '../../scripts/papers/seeded-random.ts';
import { disorder } from './overlapping-disorder.ts';
import { startInstallation } from './installation.ts';

const filers = Number(process.env['FILERS'] ?? 200);
const leastKills = Number(process.env['KILLS'] ?? 8);
const awayMs = Number(process.env['AWAY_MS'] ?? 8000);
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));
/** They come one after the other while the disorder lasts, so that it meets some at every step. */
const betweenFilersMs = 150;

describe('many processes under disorder that overlaps', async () => {
  const installation = await startInstallation(filers);
  after(installation.stop);
  const { balancer, begin } = installation;

  test(`${filers} people lose nothing and double nothing, and nobody is turned away for long (SEED=${seed})`, async (t) => {
    const random = new SeededRandom(seed);
    const filing = Array.from({ length: filers }, async (_, index) => begin(index, index * betweenFilersMs));
    // Both to their ends, whatever becomes of one: what a disorder has ended, it starts again.
    const [disordered, people] = await Promise.allSettled([
      disorder(installation, { kills: leastKills, awayMs, random: () => random.next() }),
      Promise.all(filing),
    ]);
    if (disordered.status === 'rejected') throw disordered.reason;
    if (people.status === 'rejected') throw people.reason;
    const { periods, kills } = disordered.value;
    const filed = people.value;
    const troubles = filed.flatMap(({ client }) => client.troubles);
    for (const { kind, from, to } of periods) {
      const within = (at: number): boolean => at >= from && at <= to;
      const longest = Math.max(0, ...troubles.filter((one) => within(one.from)).map(({ ms }) => ms));
      const failures = balancer.failures.filter(({ at }) => within(at)).length;
      const killed = kills.filter(({ at }) => within(at)).length;
      t.diagnostic(`${kind}: ${to - from} ms, ${killed} kills, ${failures} answers of 5xx, for ${longest} ms at most`);
    }
    const waits = filed.flatMap(({ client }) => client.waits).toSorted((a, b) => b.ms - a.ms);
    t.diagnostic(
      `${kills.length} kills; ${filed.length} people, ${balancer.answered()} answers, ${balancer.failures.length} of 5xx`,
    );
    for (const { at, status, request } of balancer.failures.slice(0, 20))
      t.diagnostic(`${status} ${request} at ${at - (periods[0]?.from ?? 0)}`);
    for (const { request, ms, from } of waits.slice(0, 8))
      t.diagnostic(`waited ${ms} ms: ${request} at ${from - (periods[0]?.from ?? 0)}`);
    await installation.assertWhole(filed);
  });
});
