import { Injectable } from '@nestjs/common';
import type { CaseStatus } from '@yiban/shared-types/cases';
import type { EntityManager, UpdateResult } from 'typeorm';
import { Clock, shanghaiDate } from '../clock.js';
import { problem } from '../problems/problem.js';
import { CaseAccess } from './case-access.service.js';
import { CaseEffects, type MoveDetails } from './case-effects.js';
import { CaseHistories, type Actor } from './case-history.js';
import { endOfNumber, newCaseNumber } from './case-number.js';
import type { CaseSubject } from './case-subject.js';
import { Case } from './case.entity.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';
import { workingDaysAfter, workingDaysBetween } from './deadlines.js';
import { flowOf } from './flow.js';
import { finalStatuses, transitionFor, type CaseEvent, type TransitionActor } from './transitions.js';
import { underUniqueNumber } from './unique-number.js';

export interface Move {
  readonly event: CaseEvent;
  readonly actor: Actor;
  /** What the actor may act as. */
  readonly as: readonly TransitionActor[];
  readonly reason?: string;
  /** Columns that the deed sets besides. */
  readonly changes?: Partial<Case>;
  /** The case is filed by it, and gets its number. */
  readonly files?: boolean;
  readonly details?: MoveDetails;
  /** Facts for papers and for what goes upstream. */
  readonly facts: object;
}

/** Walks the table of transitions: the one place where a case changes its status. */
@Injectable()
export class CaseTransitions {
  constructor(
    private readonly access: CaseAccess,
    private readonly histories: CaseHistories,
    private readonly effects: CaseEffects,
    private readonly clock: Clock,
  ) {}

  /**
   * One passing, in the caller's transaction: compare-and-set of the row, its history, its effects. Guards that need
   * more than the row are the caller's to check first. Gives the subject as it stands afterwards.
   * Throws `transition-not-allowed` or `stale-case`.
   */
  async walk(tx: EntityManager, subject: CaseSubject, move: Move): Promise<CaseSubject> {
    const { row, item } = subject;
    const transition = transitionFor(row.status, move.event, move.as);
    if (transition === undefined) throw problem('transition-not-allowed');
    // What a proxy may no longer do is not done; the grant is held until the transaction ends.
    const grantId = await this.access.hold(tx, move.actor.id, row);
    const to = transition.to(flowOf(item), row.status, row.supplementFrom);
    const now = this.clock.now();
    const changes: Partial<Case> = {
      ...this.#clockChanges(subject, to, shanghaiDate(now)),
      ...(finalStatuses.includes(to)
        ? { outcome: transition.outcome, closedAt: now.toISOString(), claimedBy: null, claimedAt: null }
        : {}),
      // The rules that it was checked against are its own from now on.
      ...(row.status === 'draft' ? { rulesVersion: subject.rulesVersion } : {}),
      ...(grantId === null ? {} : { grantId }),
      ...move.changes,
      status: to,
      version: row.version + 1,
      updatedAt: now.toISOString(),
    };
    const write = (): Promise<UpdateResult> =>
      tx.update(Case, { id: row.id, version: row.version, status: row.status }, changes);
    const moved =
      move.files === true
        ? await underUniqueNumber(
            () => newCaseNumber(row.region, shanghaiDate(now)),
            (number) => {
              changes.number = number;
              changes.numberEnd = endOfNumber(number);
              return write();
            },
          )
        : await write();
    if (moved.affected !== 1) throw problem('stale-case', { currentVersion: row.version });
    await this.histories.append(tx, row.id, move.actor, {
      at: now.toISOString(),
      from: row.status,
      to,
      event: move.event,
      reason: move.reason ?? null,
    });
    const after: CaseSubject = { ...subject, row: Object.assign(new Case(), row, changes) };
    await this.effects.of(tx, { before: row.status, subject: after, move });
    return after;
  }

  /** The clock starts at acceptance, stands still during a supplement, and is done at the end (domain.md, rule 3). */
  #clockChanges({ row, calendar }: CaseSubject, to: CaseStatus, today: string): Partial<Case> {
    if (to === 'accepted') return { acceptedOn: today, ...due(today, row.limitDays, calendar) };
    if (to === 'supplement') return { supplementFrom: row.status, stoppedOn: today };
    if (row.status !== 'supplement' || row.stoppedOn === null) return {};
    const stoppedDays = row.stoppedDays + workingDaysBetween(row.stoppedOn, today, calendar);
    const resumed = { stoppedOn: null, supplementFrom: null, stoppedDays };
    if (row.acceptedOn === null || row.limitDays === null) return resumed;
    return { ...resumed, ...due(row.acceptedOn, row.limitDays + stoppedDays, calendar) };
  }
}

function due(from: string, days: number | null, calendar: WorkCalendar): Partial<Case> {
  if (days === null) return { dueAt: null, dueProvisional: false };
  const { date, provisional } = workingDaysAfter(from, days, calendar);
  return { dueAt: date, dueProvisional: provisional };
}
