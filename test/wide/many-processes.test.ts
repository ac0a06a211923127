/**
 * Three web processes and two workers on one MariaDB, one Redis and one bucket, behind a round robin, under people who
 * file: processes are killed, Redis and the bucket go away, a new version with a migration comes in one by one.
 * FILERS: how many people (200), KILLS: how many kills (4), AWAY_MS: for how long Redis and the bucket are away (5000).
 */
import { after, describe, test } from 'node:test';
import { disorder, kinds } from './disorder.ts';
import type { Filed } from './filing.ts';
import { startInstallation } from './installation.ts';

const filers = Number(process.env['FILERS'] ?? 200);
const kills = Number(process.env['KILLS'] ?? 4);
const awayMs = Number(process.env['AWAY_MS'] ?? 5000);
/** A quarter of them comes with each kind of disorder, one after the other, so that it meets some at every step. */
const betweenFilersMs = 100;

describe('many processes', async () => {
  const installation = await startInstallation(filers + kinds.length);
  after(installation.stop);
  const { balancer, begin } = installation;

  test(`${filers} people lose nothing and double nothing, and nobody is turned away for long`, async (t) => {
    const filing: Promise<Filed>[] = [];
    const group = Math.ceil(filers / kinds.length);
    const people = (): void => {
      for (let index = 0; index < group; index += 1) {
        const one = begin(filing.length, index * betweenFilersMs);
        // Heard of when all are waited for.
        one.catch(() => undefined);
        filing.push(one);
      }
    };
    const periods = await disorder(installation, { kills, awayMs, people });
    const filed = await Promise.all(filing);
    const troubles = filed.flatMap(({ client }) => client.troubles);
    for (const { kind, from, to } of periods) {
      const longest = Math.max(0, ...troubles.filter((one) => one.from >= from && one.from <= to).map(({ ms }) => ms));
      const failures = balancer.failures.filter(({ at }) => at >= from && at <= to);
      const seconds = Math.round((to - from) / 1000);
      t.diagnostic(`${kind}: ${seconds} s, ${failures.length} answers of 5xx, for ${longest} ms at most`);
    }
    t.diagnostic(`${filed.length} people, ${balancer.answered()} answers, ${balancer.failures.length} of 5xx`);
    await installation.assertWhole(filed);
  });
});
