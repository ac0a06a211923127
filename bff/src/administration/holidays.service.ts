import { Injectable } from '@nestjs/common';
import type { HolidayPreview, HolidayYear } from '@yiban/shared-types/administration';
import { OfficersService } from '../agency/officers.service.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { CalendarsService } from '../calendar/calendars.service.js';
import type { HolidayNotice } from '../calendar/holiday-notice.entity.js';
import { daysOff, readNotice } from '../calendar/read-notice.js';
import { officialCalendar } from '../calendar/work-calendar.js';
import { DueDatesService } from '../cases/due-dates.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Database } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';

/** Years' holidays: what is known, and the State Council's notices as a region's administrator takes them in. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarsService,
    private readonly dueDates: DueDatesService,
    private readonly officers: OfficersService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Last year, this one and the two after it. */
  async years({ region }: OfficerCaller): Promise<readonly HolidayYear[]> {
    const thisYear = Number(shanghaiDate(this.clock.now()).slice(0, 4));
    const notices = await this.calendars.notices(this.database.read, region);
    const names = await this.officers.names(
      this.database.read,
      notices.map(({ officerId }) => officerId),
    );
    return [thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map((year) => {
      const notice = notices.findLast((one) => one.year === year);
      if (notice === undefined) {
        const state = officialCalendar.isPublished(year) ? 'known' : 'missing';
        return { year, state, basis: null, by: null, at: null };
      }
      const { basis, officerId, at } = notice;
      return { year, state: 'imported', basis, by: names.get(officerId) ?? '', at };
    });
  }

  preview(year: number, text: string): HolidayPreview {
    return readNotice(text, year);
  }

  /**
   * Takes the notice in: it counts at once, and due dates that were provisional are counted again.
   * Throws `notice-unreadable` with what is to be looked at.
   */
  async take(
    officer: OfficerCaller,
    year: number,
    { text, basis }: { text: string; basis: string },
  ): Promise<HolidayYear> {
    const { region, officerId } = officer;
    const { holidays, faults } = readNotice(text, year);
    if (faults.length > 0) {
      const errors = faults.map((message) => ({ pointer: '/text', code: 'notice-unreadable', message }));
      throw problem('notice-unreadable', { errors });
    }
    await this.audit.recordOfficer(officer, { deed: 'holidays.take', detail: [String(year)] });
    const days = { holidays: daysOff(holidays), workdays: holidays.flatMap(({ workdays }) => workdays) };
    const at = this.clock.now().toISOString();
    const notice: Omit<HolidayNotice, 'ordinal'> = { region, year, basis, days: JSON.stringify(days), officerId, at };
    await this.database.transaction((tx) => this.calendars.keep(tx, notice));
    await this.calendars.refresh();
    await this.dueDates.recount(region);
    const taken = (await this.years(officer)).find((one) => one.year === year);
    return taken ?? { year, state: 'imported', basis, by: null, at };
  }
}
