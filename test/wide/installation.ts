/** Three web processes and two workers on one MariaDB, one Redis and one bucket, behind a round robin, and what files there. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBalancer, type Balancer } from '../server/balancer.ts';
import { startBucket, type Bucket } from '../server/bucket.ts';
import { startRedis, type RedisServer } from '../server/redis.ts';
import { startWide, type WideProcess } from '../server/wide-product.ts';
import { everythingOnce } from './everything-once.ts';
import { file, type Filed } from './filing.ts';
import { nextVersion } from './next-version.ts';

/** No longer than this is anybody answered by 5xx and nothing else. */
const longestTroubleMs = 2000;

export interface Installation {
  readonly processes: readonly WideProcess[];
  readonly redis: RedisServer;
  readonly bucket: Bucket;
  readonly balancer: Balancer;
  /** Program of the version that replaces the one that runs; with a migration that adds a column. */
  readonly nextVersion: string;
  /** Somebody of the sandbox's crowd files, who comes so much later. */
  readonly begin: (index: number, afterMs: number) => Promise<Filed>;
  /** Asserts that nothing was lost or doubled, nobody turned away for long, and the migration made. */
  readonly assertWhole: (filed: readonly Filed[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** @param crowd how many people there may be */
export async function startInstallation(crowd: number): Promise<Installation> {
  const redis = await startRedis();
  const bucket = await startBucket();
  const version = nextVersion();
  const product = await startWide({
    web: 3,
    workers: 2,
    env: { ...bucket.env, REDIS_URL: redis.url, SANDBOX_CROWD: String(crowd), LOG_LEVEL: 'error' },
  });
  const balancer = await startBalancer(product.processes.filter(({ role }) => role === 'web').map(({ url }) => url));
  const front = { baseUrl: balancer.url, sandboxUrl: product.sandboxUrl };
  return {
    processes: product.processes,
    redis,
    bucket,
    balancer,
    nextVersion: version.program,
    begin: async (index, afterMs) => {
      await sleep(afterMs);
      // Of the sandbox's crowd every third is still at work.
      return file(front, { person: `crowd-${index + 1}`, retired: index % 3 !== 2, withPhotos: index % 8 === 0 });
    },
    assertWhole: async (filed) => {
      assert.deepEqual(
        filed.flatMap(({ client }) => client.faults),
        [],
      );
      await everythingOnce(front, filed);
      const columns = await product.rows(`SHOW COLUMNS FROM cases LIKE 'nextVersion'`);
      assert.equal(columns.length, 1);
      assert.deepEqual(
        filed.flatMap(({ client }) => client.troubles).filter(({ ms }) => ms > longestTroubleMs),
        [],
      );
    },
    stop: async () => {
      await balancer.stop();
      await product.stop();
      await bucket.remove();
      await redis.stop();
      version.remove();
    },
  };
}
