/**
 * What goes wrong in an installation of several processes, at moments that chance chooses, one thing on top of another:
 * processes are killed all the while, also while Redis or the bucket is away, and while a new version comes in.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bucket } from '../server/bucket.ts';
import type { RedisServer } from '../server/redis.ts';
import type { WideProcess } from '../server/wide-product.ts';
import { Supervised } from './supervised.ts';
import type { Installation } from './installation.ts';

export type Kind = 'redis away' | 's3 away' | 'new version';

export interface Period {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

export interface Kill {
  readonly role: WideProcess['role'];
  readonly at: number;
}

interface Extent {
  readonly kills: number;
  /** How long Redis and the bucket are away at a time; the second time half of it. */
  readonly awayMs: number;
  /** 0 … 1, as `Math.random`. */
  readonly random: () => number;
}

/** Gives when each thing was, once all processes are ready again. */
export async function disorder(
  { processes, redis, bucket, nextVersion }: Installation,
  { kills: count, awayMs, random }: Extent,
): Promise<{ readonly periods: readonly Period[]; readonly kills: readonly Kill[] }> {
  const supervised = processes.map((one) => new Supervised(one));
  const periods: Period[] = [];
  const kills: Kill[] = [];
  const upTo = (ms: number): Promise<void> => sleep(random() * ms);
  const during = async (kind: Kind, deed: () => Promise<void>): Promise<void> => {
    const from = Date.now();
    await deed();
    // What the last moments did to people shows a little later.
    periods.push({ kind, from, to: Date.now() + 1000 });
  };
  const cut = async (kind: Kind, what: RedisServer | Bucket): Promise<void> => {
    for (const ms of [awayMs, awayMs / 2]) {
      await upTo(4000);
      await during(kind, async () => {
        await what.goAway();
        await sleep(ms);
        await what.comeBack();
      });
    }
  };
  const roll = async (): Promise<void> => {
    await upTo(3000);
    await during('new version', async () => {
      for (const one of supervised) {
        // As every rolling start does: the next one goes when those before it are up.
        await othersReady(supervised, one);
        await one.upgrade(nextVersion);
      }
    });
  };
  let under = 3;
  // The next one when the last is up again: else nothing would ever be up on a machine on which starts take long.
  const kill = async (): Promise<void> => {
    while (kills.length < count || under > 0) {
      await upTo(2500);
      const one = supervised[Math.floor(random() * supervised.length)];
      // Nobody would be left to ask: that is another test, of one process.
      if (one === undefined || (one.role === 'web' && !(await webReadyBeside(supervised, one)))) continue;
      kills.push({ role: one.role, at: Date.now() });
      await one.kill();
    }
  };
  const parts = [cut('redis away', redis), cut('s3 away', bucket), roll()].map(async (part) =>
    part.finally(() => {
      under -= 1;
    }),
  );
  // All to their ends, whatever becomes of one: what is ended is started again.
  const ends = await Promise.allSettled([...parts, kill()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return { periods, kills };
}

async function othersReady(all: readonly Supervised[], but: Supervised): Promise<void> {
  const others = all.filter((one) => one !== but && one.role === 'web');
  for (const until = Date.now() + 180_000; Date.now() < until; await sleep(200))
    if ((await Promise.all(others.map(async (one) => one.isReady()))).every(Boolean)) return;
  throw new Error('the other processes were not ready within three minutes');
}

async function webReadyBeside(all: readonly Supervised[], but: Supervised): Promise<boolean> {
  const others = all.filter((one) => one !== but && one.role === 'web');
  return (await Promise.all(others.map(async (one) => one.isReady()))).some(Boolean);
}
