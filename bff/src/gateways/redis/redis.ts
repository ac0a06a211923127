import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis as Client } from 'ioredis';

export const REDIS = Symbol('redis');

/** The counters that several processes share. Losing it costs exactness of limits, nothing else. */
export class Redis extends Client implements OnApplicationShutdown {
  constructor(url: string) {
    super(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: false });
    // Whoever counts falls back to memory; the client connects again by itself.
    this.on('error', () => undefined);
  }

  onApplicationShutdown(): void {
    this.disconnect();
  }
}
