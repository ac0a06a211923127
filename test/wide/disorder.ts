/** What goes wrong in an installation of several processes, one kind after the other, under people who go on filing. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { WideProcess } from '../server/wide-product.ts';
import type { Installation } from './installation.ts';

/** Of each kind one. */
export const kinds = ['kills', 'redis away', 's3 away', 'new version'] as const;

export interface Period {
  readonly kind: (typeof kinds)[number];
  readonly from: number;
  readonly to: number;
}

interface Extent {
  readonly kills: number;
  readonly awayMs: number;
  /** Has people begin who file while a kind of disorder lasts. */
  readonly people: () => void;
}

/** All kinds, each for a while. Gives when each was. */
export async function disorder(
  { processes, redis, bucket, nextVersion }: Installation,
  { kills, awayMs, people }: Extent,
): Promise<readonly Period[]> {
  const periods: Period[] = [];
  const during = async (kind: Period['kind'], deed: () => Promise<void>): Promise<void> => {
    people();
    await sleep(1000);
    const from = Date.now();
    await deed();
    await sleep(1000);
    periods.push({ kind, from, to: Date.now() });
  };
  await during('kills', async () => killAtRandom(processes, kills));
  await during('redis away', async () => {
    await redis.goAway();
    await sleep(awayMs);
    await redis.comeBack();
  });
  await during('s3 away', async () => {
    await bucket.goAway();
    await sleep(awayMs);
    await bucket.comeBack();
  });
  await during('new version', async () => {
    for (const one of processes) {
      await one.stop();
      await one.start(nextVersion);
      await ready(one);
    }
  });
  return periods;
}

/** One at a time, as a supervisor keeps the others up; which one and when, nobody knows. */
async function killAtRandom(processes: readonly WideProcess[], kills: number): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(Math.random() * 1000);
    const one = processes[Math.floor(Math.random() * processes.length)];
    await one?.kill();
    await one?.start();
    if (one !== undefined) await ready(one);
  }
}

async function ready({ url }: WideProcess): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(100)) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
  }
  throw new Error('a process did not become ready within half a minute');
}
