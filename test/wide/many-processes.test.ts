/**
 * Three web processes and two workers on one MariaDB, one Redis and one bucket, behind a round robin, under people who
 * file: processes are killed, Redis and the bucket go away, a new version with a migration comes in one by one.
 * FILERS: how many people (200), KILLS: how many kills (4), AWAY_MS: for how long Redis and the bucket are away (5000).
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBalancer } from '../server/balancer.ts';
import { startBucket } from '../server/bucket.ts';
import { startRedis } from '../server/redis.ts';
import { startWide } from '../server/wide-product.ts';
import { disorder, kinds } from './disorder.ts';
import { everythingOnce } from './everything-once.ts';
import { file, type Filed } from './filing.ts';
import { nextVersion } from './next-version.ts';

const filers = Number(process.env['FILERS'] ?? 200);
const kills = Number(process.env['KILLS'] ?? 4);
const awayMs = Number(process.env['AWAY_MS'] ?? 5000);
/** No longer than this is anybody answered by 5xx and nothing else. */
const longestTroubleMs = 2000;
/** A quarter of them comes with each kind of disorder, one after the other, so that it meets some at every step. */
const betweenFilersMs = 100;

describe('many processes', async () => {
  const redis = await startRedis();
  const bucket = await startBucket();
  const version = nextVersion();
  const product = await startWide({
    web: 3,
    workers: 2,
    env: { ...bucket.env, REDIS_URL: redis.url, SANDBOX_CROWD: String(filers + kinds.length), LOG_LEVEL: 'error' },
  });
  const balancer = await startBalancer(product.processes.filter(({ role }) => role === 'web').map(({ url }) => url));
  after(async () => {
    await balancer.stop();
    await product.stop();
    await bucket.remove();
    await redis.stop();
    version.remove();
  });
  const front = { baseUrl: balancer.url, sandboxUrl: product.sandboxUrl };
  const begin = async (index: number, afterMs: number): Promise<Filed> => {
    await sleep(afterMs);
    // Of the sandbox's crowd every third is still at work.
    return file(front, { person: `crowd-${index + 1}`, retired: index % 3 !== 2, withPhotos: index % 8 === 0 });
  };

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
    const periods = await disorder(
      { ...product, redis, bucket, nextVersion: version.program },
      { kills, awayMs, people },
    );
    const filed = await Promise.all(filing);
    const troubles = filed.flatMap(({ client }) => client.troubles);
    for (const { kind, from, to } of periods) {
      const longest = Math.max(0, ...troubles.filter((one) => one.from >= from && one.from <= to).map(({ ms }) => ms));
      const failures = balancer.failures.filter(({ at }) => at >= from && at <= to);
      const seconds = Math.round((to - from) / 1000);
      t.diagnostic(`${kind}: ${seconds} s, ${failures.length} answers of 5xx, for ${longest} ms at most`);
    }
    t.diagnostic(`${filed.length} people, ${balancer.answered()} answers, ${balancer.failures.length} of 5xx`);
    assert.deepEqual(
      filed.flatMap(({ client }) => client.faults),
      [],
    );
    await everythingOnce(front, filed);
    const columns = await product.rows(`SHOW COLUMNS FROM cases LIKE 'nextVersion'`);
    assert.equal(columns.length, 1);
    assert.deepEqual(
      troubles.filter(({ ms }) => ms > longestTroubleMs),
      [],
    );
  });
});
