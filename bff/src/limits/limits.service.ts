import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config.js';
import { Vault } from '../crypto/vault.js';
import type { Redis } from '../gateways/redis/redis.js';
import { REDIS } from '../gateways/tokens.js';
import { problem } from '../problems/problem.js';
import { limitClasses, limitsOf, type Limit, type LimitClass } from './limit-classes.js';

/** Keyed hashes that are kept, and not made again with each request. */
const mostKeys = 5000;

export type LimitedBy = 'address' | 'caller';

/** Counts requests; in Redis where several processes count together, else in memory. */
@Injectable()
export class LimitsService {
  readonly #limiters: ReadonlyMap<string, RateLimiterAbstract>;
  /** Of those who came last: a phone asks many times within a minute. */
  readonly #keys = new Map<string, string>();

  constructor(
    private readonly vault: Vault,
    @Inject(CONFIG) { production, limits }: Config,
    @Inject(REDIS) redis: Redis | null,
  ) {
    const all = limitsOf(production, limits);
    this.#limiters = new Map(
      limitClasses.flatMap((name) =>
        (['address', 'caller'] as const).map((by) => [
          `${name} ${by}`,
          limiterOf(`${name}-${by}`, all[name][by], redis),
        ]),
      ),
    );
  }

  /** Counts one request. Throws `too-many-requests` with the seconds to wait. Keys are kept as keyed hashes. */
  async count(name: LimitClass, by: LimitedBy, who: string): Promise<void> {
    try {
      await this.#limiters.get(`${name} ${by}`)?.consume(this.#keyOf(who));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw problem('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    }
  }

  #keyOf(who: string): string {
    const known = this.#keys.get(who);
    if (known !== undefined) return known;
    const key = this.vault.index('limit', who).slice(0, 32);
    const [oldest] = this.#keys.keys();
    if (this.#keys.size >= mostKeys && oldest !== undefined) this.#keys.delete(oldest);
    this.#keys.set(who, key);
    return key;
  }
}

function limiterOf(keyPrefix: string, { points, seconds }: Limit, redis: Redis | null): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ keyPrefix, points, duration: seconds });
  if (redis === null) return memory;
  // While Redis is away each process counts for itself.
  return new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration: seconds, insuranceLimiter: memory });
}
