import { Injectable } from '@nestjs/common';
import type { AgencyFigures, OfficerFigures } from '@yiban/shared-types/figures';
import { OfficersService } from '../agency/officers.service.js';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { CalendarsService } from '../calendar/calendars.service.js';
import { claimMs } from '../cases/office/duties.js';
import { NoticeReasonsService } from '../cases/office/notice-reasons.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Database } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';
import { RatingsService } from '../ratings/ratings.service.js';
import { countClaimed, countDecided, countsIn, type Span } from './case-counts.js';
import { linesOf, seriesOf } from './figure-lines.js';
import { figuresWorkbook } from './figures-workbook.js';
import { instantsOf, periodOf } from './period.js';

/** Figures of a region for its supervisor. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly calendars: CalendarsService,
    private readonly officers: OfficersService,
    private readonly ratings: RatingsService,
    private readonly reasons: NoticeReasonsService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Of the officer's own region; without days, of this month so far. Throws `period-invalid`. */
  async figures(officer: OfficerCaller, from?: string, to?: string): Promise<AgencyFigures> {
    const { region } = officer;
    const now = this.clock.now();
    const today = shanghaiDate(now);
    const period = periodOf(from ?? `${today.slice(0, 7)}-01`, to ?? today);
    if (period === null) throw problem('period-invalid');
    await this.audit.recordOfficer(officer, { deed: 'figures.read', detail: [period.from, period.to] });
    const span: Span = { region, ...instantsOf(period) };
    const [counted, ratings, officers, reasons] = await this.database.late(async (read) =>
      Promise.all([
        countsIn(read, span, today),
        this.ratings.counts(read, region, span.start, span.end),
        this.#officers(read, span, now),
        this.reasons.between(read, region, span.start, span.end),
      ]),
    );
    const counts = { ...counted, ratings };
    const { total, items } = linesOf(counts, this.calendars.of(region), period);
    const known = new Map(this.catalogue.items(region).map(({ id, name }) => [id, name]));
    return {
      region,
      regionName: this.catalogue.region(region).name,
      ...period,
      at: now.toISOString(),
      total,
      items: [...items]
        .map(([item, line]) => ({ item, name: known.get(item) ?? item, ...line }))
        .toSorted((a, b) => b.submitted - a.submitted || (a.item < b.item ? -1 : 1)),
      officers,
      reasons,
      series: seriesOf(counts, period),
    };
  }

  /** The same as an .xlsx. Throws `period-invalid`. */
  async workbook(
    officer: OfficerCaller,
    from?: string,
    to?: string,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const figures = await this.figures(officer, from, to);
    return { name: `办件统计 ${figures.from} 至 ${figures.to}`, bytes: await figuresWorkbook(figures) };
  }

  async #officers(read: EntityManager, span: Span, now: Date): Promise<readonly OfficerFigures[]> {
    const since = new Date(now.getTime() - claimMs).toISOString();
    const colleagues = await this.officers.colleagues(read, span.region);
    const [claimed, decided] = await Promise.all([
      countClaimed(read, span.region, { since, now: now.toISOString() }),
      countDecided(
        read,
        colleagues.map(({ id }) => id),
        span,
      ),
    ]);
    const of = (counts: typeof claimed, id: string): number =>
      counts.find(({ officerId }) => officerId === id)?.cases ?? 0;
    const names = await this.officers.names(
      read,
      [...claimed, ...decided].map(({ officerId }) => officerId),
    );
    return [...names]
      .map(([id, name]) => ({ id, name, claimed: of(claimed, id), decided: of(decided, id) }))
      .toSorted((a, b) => b.decided - a.decided || b.claimed - a.claimed || (a.id < b.id ? -1 : 1));
  }
}
