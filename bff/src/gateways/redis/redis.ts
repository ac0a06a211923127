import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis as Client } from 'ioredis';

/** How long the start waits for an answer. */
const startMs = 3000;

/** The counters that several processes share. Losing it costs exactness of limits, nothing else. */
export class Redis extends Client implements OnApplicationShutdown {
  private constructor(private readonly url: URL) {
    super(url.href, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 2000,
      // A request does not wait for its counter: whoever counts falls back to memory.
      commandTimeout: 1000,
    });
    // The client connects again by itself.
    this.on('error', () => undefined);
  }

  /**
   * Throws when the address is another's or the server is too old. One that is away, or would throw work away, is told
   * to `warn`: the product runs without it.
   */
  static async open(url: string, warn: (message: string) => void): Promise<Redis> {
    const redis = new Redis(new URL(url));
    try {
      if (await redis.#answers()) await redis.#requireFit(warn);
      else
        warn(
          `REDIS_URL: ${redis.url.host} does not answer; until it does, work behind the requests waits and every process counts limits for itself`,
        );
      return redis;
    } catch (error) {
      redis.disconnect();
      throw error;
    }
  }

  onApplicationShutdown(): void {
    this.disconnect();
  }

  async #answers(): Promise<boolean> {
    const { host } = this.url;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(false), startMs);
      this.once('ready', () => {
        clearTimeout(timer);
        resolve(true);
      });
      this.on('error', (error) => {
        if (/WRONGPASS|NOAUTH|NOPERM|invalid password/.test(error.message))
          reject(new Error(`REDIS_URL: ${host} does not accept this name and password`));
      });
    });
  }

  async #requireFit(warn: (message: string) => void): Promise<void> {
    const info = await this.info();
    const { host } = this.url;
    const version = /redis_version:(\d+)\.(\d+)/.exec(info);
    if (version !== null && Number(version[1]) * 100 + Number(version[2]) < 602)
      throw new Error(`REDIS_URL: ${host} runs Redis ${version[1]}.${version[2]}; 6.2 or newer is needed`);
    const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1] ?? 'noeviction';
    if (policy !== 'noeviction')
      warn(`REDIS_URL: ${host} has maxmemory-policy ${policy} and may throw waiting work away: set noeviction`);
  }
}
