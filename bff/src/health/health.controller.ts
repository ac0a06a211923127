import {
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  ServiceUnavailableException,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Registry, collectDefaultMetrics } from 'prom-client';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Database } from '../database/database.js';
import { STORAGE, type Storage } from '../gateways/storage/storage.js';
import { Access } from '../http/access.js';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

@Controller()
@Access('public')
export class HealthController implements BeforeApplicationShutdown {
  #closing = false;

  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** What is under way is answered to its end; nothing new is to be sent here. */
  beforeApplicationShutdown(): void {
    this.#closing = true;
  }

  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 only when database, storage and catalogue are usable. */
  @Get('health/ready')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.#closing) throw new ServiceUnavailableException();
    try {
      await this.database.ping();
      await this.storage.requireUsable();
    } catch {
      throw new ServiceUnavailableException();
    }
    if (this.catalogue.regions().length === 0) throw new ServiceUnavailableException();
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('content-type', registry.contentType)
  async metrics(): Promise<string> {
    return registry.metrics();
  }
}
