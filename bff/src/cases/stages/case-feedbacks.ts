import { Injectable } from '@nestjs/common';
import type { PreliminaryResult, Settlement } from '@yiban/shared-types/cases';
import { IsNull, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { RegionItem } from '../../catalogue/layering.js';
import { CalendarsService } from '../../calendar/calendars.service.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { openJson } from '../../crypto/sealed-json.js';
import { Vault } from '../../crypto/vault.js';
import { problem } from '../../problems/problem.js';
import { settlementShape } from '../case-content.js';
import type { Case } from '../case.entity.js';
import { workingDaysAfter } from '../deadlines.js';
import { CaseFeedback } from './case-feedback.entity.js';

const feedback = z.object({ agrees: z.boolean(), text: z.string() });
export type Feedback = z.infer<typeof feedback>;

/** Preliminary result → feedback → final result (003:27,28). The clock of the case runs on: only a supplement stops it. */
@Injectable()
export class CaseFeedbacks {
  constructor(
    private readonly vault: Vault,
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  /** Tells the preliminary result; gives the last day for feedback. */
  async begin(
    tx: EntityManager,
    { id: caseId, region }: Case,
    item: RegionItem,
    settlement: Settlement,
  ): Promise<string> {
    const ordinal = (await tx.countBy(CaseFeedback, { caseId })) + 1;
    const now = this.clock.now();
    const days = item.feedback?.workingDays ?? 0;
    const { date: until } = workingDaysAfter(shanghaiDate(now), days, this.calendars.of(region));
    await tx.insert(CaseFeedback, {
      caseId,
      ordinal,
      toldAt: now.toISOString(),
      until,
      sealedPreliminary: this.vault.seal(place(caseId, ordinal, 'preliminary'), JSON.stringify(settlement)),
      sealedFeedback: null,
      givenAt: null,
    });
    return until;
  }

  /** Throws `no-feedback-asked` where none is open. */
  async give(tx: EntityManager, caseId: string, given: Feedback): Promise<void> {
    const last = await this.#last(tx, caseId);
    if (last === null || !this.#isOpen(last)) throw problem('no-feedback-asked');
    const { affected } = await tx.update(
      CaseFeedback,
      { caseId, ordinal: last.ordinal, givenAt: IsNull() },
      {
        sealedFeedback: this.vault.seal(place(caseId, last.ordinal, 'feedback'), JSON.stringify(given)),
        givenAt: this.clock.now().toISOString(),
      },
    );
    if (affected !== 1) throw problem('no-feedback-asked');
  }

  /** Throws `feedback-open` while the institution may still say something. */
  async requireOver(tx: EntityManager, { id, status }: Case): Promise<void> {
    if (status !== 'second-review') return;
    const last = await this.#last(tx, id);
    if (last !== null && this.#isOpen(last)) throw problem('feedback-open');
  }

  async view(reader: EntityManager, { id, status }: Case): Promise<PreliminaryResult | null> {
    const last = await this.#last(reader, id);
    if (last === null) return null;
    const { ordinal, toldAt, until, sealedPreliminary, sealedFeedback, givenAt } = last;
    const said =
      sealedFeedback === null || givenAt === null
        ? null
        : { ...openJson(this.vault, place(id, ordinal, 'feedback'), sealedFeedback, feedback), at: givenAt };
    return {
      toldAt,
      until,
      open: status === 'second-review' && this.#isOpen(last),
      settlement: openJson(this.vault, place(id, ordinal, 'preliminary'), sealedPreliminary, settlementShape),
      feedback: said,
    };
  }

  #isOpen({ givenAt, until }: CaseFeedback): boolean {
    return givenAt === null && shanghaiDate(this.clock.now()) <= until;
  }

  async #last(reader: EntityManager, caseId: string): Promise<CaseFeedback | null> {
    const [last] = await reader.find(CaseFeedback, { where: { caseId }, order: { ordinal: 'DESC' }, take: 1 });
    return last ?? null;
  }
}

const place = (caseId: string, ordinal: number, column: string): string =>
  `case_feedback:${caseId}:${ordinal}:${column}`;
