import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { HolidayNotice } from './holiday-notice.entity.js';
import {
  calendarWith,
  firstPublished,
  officialCalendar,
  type WorkCalendar,
  type YearOfHolidays,
} from './work-calendar.js';

/** Another process may have taken in a notice: they are read anew this often. */
const everyMs = 10_000;

const daysShape = z.object({ holidays: z.array(z.string()), workdays: z.array(z.string()) });

/** The calendar of working days of each region: what the library knows, and the notices that were imported. */
@Injectable()
export class CalendarsService implements OnApplicationBootstrap, OnModuleDestroy {
  #calendars: ReadonlyMap<string, WorkCalendar> = new Map();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.#timer = setInterval(() => void this.refresh().catch(() => undefined), everyMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  of(region: string): WorkCalendar {
    return this.#calendars.get(region) ?? officialCalendar;
  }

  /** Regions of which a notice was imported. */
  withImports(): readonly string[] {
    return [...this.#calendars.keys()];
  }

  /** The last year up to which every notice is in. */
  lastPublished(region: string): number {
    const calendar = this.of(region);
    let year = firstPublished;
    while (calendar.isPublished(year + 1)) year += 1;
    return year;
  }

  /** Every notice that the region took in, the oldest first. */
  async notices(reader: EntityManager, region: string): Promise<readonly HolidayNotice[]> {
    return reader.find(HolidayNotice, { where: { region }, order: { year: 'ASC', ordinal: 'ASC' } });
  }

  async keep(tx: EntityManager, notice: Omit<HolidayNotice, 'ordinal'>): Promise<void> {
    const { region, year } = notice;
    const ordinal = (await tx.countBy(HolidayNotice, { region, year })) + 1;
    await tx.insert(HolidayNotice, { ...notice, ordinal });
  }

  async refresh(): Promise<void> {
    const rows = await this.database.read.find(HolidayNotice, { order: { ordinal: 'ASC' } });
    const regions = new Map<string, Map<number, YearOfHolidays>>();
    for (const { region, year, days } of rows) {
      const years = regions.get(region) ?? new Map<number, YearOfHolidays>();
      years.set(year, { year, ...daysShape.parse(JSON.parse(days)) });
      regions.set(region, years);
    }
    this.#calendars = new Map([...regions].map(([region, years]) => [region, calendarWith([...years.values()])]));
  }
}
