import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import { CalendarsService } from '../calendar/calendars.service.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { BackgroundWork } from '../work/background-work.js';
import { RectificationsService } from '../ratings/rectifications.service.js';
import { rounds } from '../work/work.js';
import { Case } from './case.entity.js';
import { workingDaysAfter } from './deadlines.js';
import { CaseLeg } from './legs/case-leg.entity.js';
import { finalStatuses } from './transitions.js';

const everyMs = 60_000;
const batch = 200;

/** Due dates that were provisional are counted again once the year's notice is in. */
@Injectable()
export class DueDatesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarsService,
    private readonly rectifications: RectificationsService,
    private readonly background: BackgroundWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // What another process accepted in the seconds before it had read of the notice is found in the next round.
    this.background.take(
      rounds({ name: 'due-dates', everyMs, now: () => this.clock.now(), run: async () => this.#everyRegion() }),
    );
  }

  async #everyRegion(): Promise<void> {
    for (const region of this.calendars.withImports()) await this.recount(region);
  }

  /** Counts anew what was due in a year that is published now; gives how many cases that were. */
  async recount(region: string): Promise<number> {
    const last = this.calendars.lastPublished(region);
    await this.database.transaction(async (tx) => this.rectifications.recount(tx, region, `${last}-12-31`));
    let counted = 0;
    for (;;) {
      const rows = await this.database.read.find(Case, {
        where: {
          region,
          status: Not(In([...finalStatuses, 'draft'])),
          dueProvisional: true,
          stoppedOn: IsNull(),
          acceptedOn: Not(IsNull()),
          limitDays: Not(IsNull()),
          dueAt: LessThanOrEqual(`${last}-12-31`),
        },
        order: { dueAt: 'ASC', id: 'ASC' },
        take: batch,
      });
      if (rows.length === 0) return counted;
      await this.database.transaction(async (tx) => {
        for (const { id, version, acceptedOn, limitDays, stoppedDays } of rows) {
          if (acceptedOn === null || limitDays === null) continue;
          const { date, provisional } = workingDaysAfter(
            acceptedOn,
            limitDays + stoppedDays,
            this.calendars.of(region),
          );
          await tx.update(Case, { id, version }, { dueAt: date, dueProvisional: provisional });
          await this.#legs(tx, id, region);
        }
      });
      counted += rows.length;
      // Cases that are moving just now come again in the next round.
      if (rows.length < batch) return counted;
    }
  }

  async #legs(tx: EntityManager, caseId: string, region: string): Promise<void> {
    const legs = await tx.findBy(CaseLeg, { caseId, dueProvisional: 1, doneOn: IsNull(), startedOn: Not(IsNull()) });
    for (const { ordinal, startedOn, workingDays } of legs) {
      const { date, provisional } = workingDaysAfter(startedOn ?? '', workingDays, this.calendars.of(region));
      await tx.update(CaseLeg, { caseId, ordinal }, { dueAt: date, dueProvisional: provisional ? 1 : 0 });
    }
  }
}
