import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { regionChangesFile } from '../catalogue/changes-file.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { RegionVersion } from '../catalogue/region-changes.js';
import { Database } from '../database/database.js';
import { RegionVersionRow } from './region-version.entity.js';

/** Another process may have made a version: they are read anew this often. */
const everyMs = 2_000;
/** A version takes effect this long after it was made at the soonest, when every process has read of it. */
export const leadMs = 10_000;

/** Keeps the catalogue told of the versions on file, so that each takes effect on every process when its time comes. */
@Injectable()
export class RegionVersionsService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #told = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.#timer = setInterval(() => void this.refresh().catch(() => undefined), everyMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async refresh(): Promise<void> {
    const rows = await this.database.read.find(RegionVersionRow, { order: { region: 'ASC', ordinal: 'ASC' } });
    for (const { code: region } of this.catalogue.regions()) {
      const own = rows.filter((row) => row.region === region && row.cancelledAt === null);
      const key = own.map(({ ordinal, effectiveAt }) => `${ordinal}@${effectiveAt}`).join();
      if (key === (this.#told.get(region) ?? '')) continue;
      this.catalogue.setVersions(region, own.map(asVersion));
      this.#told.set(region, key);
    }
  }

  /** Newest first, cancelled ones too. */
  async ofRegion(reader: EntityManager, region: string): Promise<readonly RegionVersionRow[]> {
    return reader.find(RegionVersionRow, { where: { region }, order: { ordinal: 'DESC' } });
  }
}

function asVersion({ ordinal, effectiveAt, basis, changes }: RegionVersionRow): RegionVersion {
  return { ordinal, effectiveAt, basis, changes: regionChangesFile.parse(JSON.parse(changes)) };
}
