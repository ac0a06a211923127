import {
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  ServiceUnavailableException,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import type { Redis } from '../gateways/redis/redis.js';
import { STORAGE, type Storage } from '../gateways/storage/storage.js';
import { REDIS } from '../gateways/tokens.js';
import { Access } from '../http/access.js';

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const replicaLag = new Gauge({
  name: 'yiban_replica_lag_seconds',
  help: 'How far a replica is behind at most; NaN while it does not answer.',
  labelNames: ['replica'],
  registers: [registry],
});
const replicaReads = new Gauge({
  name: 'yiban_replica_reads',
  help: 'How often a replica was read from, since the start.',
  labelNames: ['replica'],
  registers: [registry],
});

/** A balancer does not wait longer for an answer; what has not answered by then is away. */
const patienceMs = 1000;

/** What all processes share, and without which each does a part of its work. */
const awayNames = ['storage', 'redis', 'replicas'] as const;
type Away = (typeof awayNames)[number];

export interface Readiness {
  readonly status: 'ok' | 'degraded';
  readonly away: readonly Away[];
}

@Controller()
@Access('public')
export class HealthController implements BeforeApplicationShutdown {
  #closing = false;

  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(REDIS) private readonly redis: Redis | null,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What is under way is answered to its end; nothing new is to be sent here. */
  beforeApplicationShutdown(): void {
    this.#closing = true;
  }

  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * 503 when this process should be sent nothing: it is ending, or cannot use database, catalogue or its own disk. Bucket
   * and Redis are away for all processes alike: taking every one out would turn away people whose deed needs neither.
   */
  @Get('health/ready')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async ready(): Promise<Readiness> {
    const ownDisk = this.config.storage.kind === 'disk';
    const [database, storage, redis] = await Promise.all([
      answers(this.database.ping()),
      answers(this.storage.requireUsable()),
      this.redis === null || answers(this.redis.ping()),
    ]);
    if (this.#closing || !database || (!storage && ownDisk) || this.catalogue.regions().length === 0)
      throw new ServiceUnavailableException();
    const shared: Readonly<Record<Away, boolean>> = { storage, redis, replicas: this.database.relieved };
    const away = awayNames.filter((name) => !shared[name]);
    return { status: away.length === 0 ? 'ok' : 'degraded', away };
  }

  @Get('metrics')
  @Header('content-type', registry.contentType)
  async metrics(): Promise<string> {
    for (const { name: replica, lagMs, reads } of this.database.replicaStates()) {
      replicaLag.set({ replica }, lagMs === null ? Number.NaN : lagMs / 1000);
      replicaReads.set({ replica }, reads);
    }
    return registry.metrics();
  }
}

async function answers(probe: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const answered = await Promise.race([
    probe.then(
      () => true,
      () => false,
    ),
    patience,
  ]);
  clearTimeout(timer);
  return answered;
}
