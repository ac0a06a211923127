import { Injectable } from '@nestjs/common';
import type { CaseLegView } from '@yiban/shared-types/cases';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import type { LegFile } from '../../catalogue/catalogue-file.js';
import type { RegionItem } from '../../catalogue/layering.js';
import { CalendarsService } from '../../calendar/calendars.service.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { openJson } from '../../crypto/sealed-json.js';
import { Vault } from '../../crypto/vault.js';
import { problem } from '../../problems/problem.js';
import type { WorkCalendar } from '../../calendar/work-calendar.js';
import { Case } from '../case.entity.js';
import { workingDaysAfter, type DueDate } from '../deadlines.js';
import { CaseLeg } from './case-leg.entity.js';
import { legDetail, shownDetail, type LegDetail } from './leg-detail.js';

/** Steps between two agencies: each begins when the one before is done, and has a term of its own. */
@Injectable()
export class CaseLegs {
  constructor(
    private readonly vault: Vault,
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  /** Writes the steps of a case that was just accepted; the first begins today. */
  async begin(tx: EntityManager, { id: caseId, region }: Case, { legs = [] }: RegionItem): Promise<void> {
    const today = shanghaiDate(this.clock.now());
    const calendar = this.calendars.of(region);
    for (const [i, { id, ends, workingDays }] of legs.entries()) {
      await tx.insert(CaseLeg, {
        caseId,
        ordinal: i + 1,
        leg: id,
        ends,
        workingDays,
        ...(i === 0 ? started(today, workingDays, calendar) : { startedOn: null, dueAt: null, dueProvisional: 0 }),
        doneOn: null,
        sealedDetail: null,
      });
    }
  }

  /** Something happened that ends a step: the next one begins. False when no step was waiting for it. */
  async reached(tx: EntityManager, caseId: string, ends: LegFile['ends'], detail?: LegDetail): Promise<boolean> {
    const today = shanghaiDate(this.clock.now());
    const [leg] = await tx.find(CaseLeg, {
      where: { caseId, ends, startedOn: Not(IsNull()), doneOn: IsNull() },
      order: { ordinal: 'ASC' },
      take: 1,
    });
    if (leg === undefined) return false;
    const { ordinal } = leg;
    const done = await tx.update(
      CaseLeg,
      { caseId, ordinal, doneOn: IsNull() },
      {
        doneOn: today,
        sealedDetail: detail === undefined ? null : this.vault.seal(place(caseId, ordinal), JSON.stringify(detail)),
      },
    );
    if (done.affected !== 1) return false;
    const next = await tx.findOneBy(CaseLeg, { caseId, ordinal: ordinal + 1 });
    if (next === null) return true;
    const { region } = await tx.findOneByOrFail(Case, { id: caseId });
    const begun = started(today, next.workingDays, this.calendars.of(region));
    await tx.update(CaseLeg, { caseId, ordinal: next.ordinal }, begun);
    return true;
  }

  /** Throws `legs-open` while a step before the closing one is not done. */
  async requireReadyToClose(reader: EntityManager, caseId: string): Promise<void> {
    if (await reader.existsBy(CaseLeg, { caseId, ends: Not('closed'), doneOn: IsNull() })) throw problem('legs-open');
  }

  /** What came with the step of the case that ended so, or undefined. */
  async detail(reader: EntityManager, caseId: string, ends: LegFile['ends']): Promise<LegDetail | undefined> {
    const leg = await reader.findOneBy(CaseLeg, { caseId, ends });
    return leg === null ? undefined : this.#detail(leg);
  }

  /** Ids of cases that wait for it. */
  async waitingFor(reader: EntityManager, ends: LegFile['ends'], limit: number): Promise<readonly string[]> {
    const legs = await reader.find(CaseLeg, {
      where: { ends, startedOn: Not(IsNull()), doneOn: IsNull() },
      order: { dueAt: 'ASC', caseId: 'ASC' },
      take: limit,
    });
    return legs.map(({ caseId }) => caseId);
  }

  async views(
    reader: EntityManager,
    { id: caseId, region }: Pick<Case, 'id' | 'region'>,
    { legs = [] }: RegionItem,
  ): Promise<readonly CaseLegView[]> {
    if (legs.length === 0) return [];
    const rows = await reader.find(CaseLeg, { where: { caseId }, order: { ordinal: 'ASC' } });
    const today = shanghaiDate(this.clock.now());
    const expected = expectedDays(rows, today, this.calendars.of(region));
    return rows.map((row, i) => {
      const file = legs.find(({ id }) => id === row.leg);
      const detail = this.#detail(row);
      return {
        id: row.leg,
        name: file?.name ?? row.leg,
        by: file?.by ?? 'own',
        workingDays: row.workingDays,
        startedOn: row.startedOn,
        dueAt: row.dueAt,
        expectedAt: expected[i]?.date ?? null,
        dueProvisional: expected[i]?.provisional ?? row.dueProvisional !== 0,
        doneOn: row.doneOn,
        late: isLate(row, today),
        details: detail === undefined ? [] : shownDetail(detail),
      };
    });
  }

  /** Case → id of the step that is past its date. */
  async late(reader: EntityManager, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (caseIds.length === 0) return new Map();
    const today = shanghaiDate(this.clock.now());
    const rows = await reader.findBy(CaseLeg, { caseId: In(caseIds), doneOn: IsNull(), dueAt: LessThan(today) });
    return new Map(rows.map(({ caseId, leg }) => [caseId, leg]));
  }

  #detail({ caseId, ordinal, sealedDetail }: CaseLeg): LegDetail | undefined {
    return sealedDetail === null ? undefined : openJson(this.vault, place(caseId, ordinal), sealedDetail, legDetail);
  }
}

function started(
  today: string,
  workingDays: number,
  calendar: WorkCalendar,
): Pick<CaseLeg, 'startedOn' | 'dueAt' | 'dueProvisional'> {
  const { date, provisional } = workingDaysAfter(today, workingDays, calendar);
  return { startedOn: today, dueAt: date, dueProvisional: provisional ? 1 : 0 };
}

/** For each step that has not begun: its last day if every step before it takes until its own, or until today where it is late. */
function expectedDays(legs: readonly CaseLeg[], today: string, calendar: WorkCalendar): readonly (DueDate | null)[] {
  let before = today;
  return legs.map(({ startedOn, dueAt, doneOn, workingDays }) => {
    if (startedOn !== null) {
      before = doneOn ?? (dueAt !== null && dueAt > today ? dueAt : today);
      return null;
    }
    const expected = workingDaysAfter(before, workingDays, calendar);
    before = expected.date;
    return expected;
  });
}

function isLate({ doneOn, dueAt }: CaseLeg, today: string): boolean {
  return doneOn === null && dueAt !== null && dueAt < today;
}

const place = (caseId: string, ordinal: number): string => `case_legs:${caseId}:${ordinal}`;
