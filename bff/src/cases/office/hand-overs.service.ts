import { Injectable } from '@nestjs/common';
import type { CaseInHand, CasesInHand, HandedCase } from '@yiban/shared-types/agency';
import { In, IsNull, Not } from 'typeorm';
import { OfficersService, type Colleague } from '../../agency/officers.service.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { CalendarsService } from '../../calendar/calendars.service.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { Database } from '../../database/database.js';
import type { OfficerCaller } from '../../http/caller.js';
import { problem } from '../../problems/problem.js';
import { CaseDuty } from '../case-duty.entity.js';
import { CaseHistories, handOver } from '../case-history.js';
import { CaseNotice } from '../case-notice.entity.js';
import { Case } from '../case.entity.js';
import { workingDaysAfter } from '../deadlines.js';
import { finalStatuses } from '../transitions.js';
import { officerActions, whyNothing } from './duties.js';
import { OfficeAccess } from './office-access.js';

interface Asked {
  readonly cases: readonly string[];
  /** Who gets them; null: back to the queue. */
  readonly to: string | null;
  readonly reason: string;
}

/** What is in an officer's hands. In a payment a case is the batch's, and comes free with it. */
const open = { status: Not(In(['draft', ...finalStatuses])), paymentId: IsNull() };

/** A supervisor gives the cases of an officer who is away to a colleague, or back to the queue. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly database: Database,
    private readonly access: OfficeAccess,
    private readonly officersOnFile: OfficersService,
    private readonly histories: CaseHistories,
    private readonly catalogue: CatalogueService,
    private readonly calendars: CalendarsService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async officers({ region }: OfficerCaller): Promise<readonly CasesInHand[]> {
    const counts = await this.database.read
      .createQueryBuilder(Case, 'c')
      .select('c.claimedBy', 'officer')
      .addSelect('COUNT(*)', 'count')
      .where({ region, ...open, claimedBy: Not(IsNull()) })
      .groupBy('c.claimedBy')
      .getRawMany<{ officer: string; count: number | string }>();
    const byOfficer = new Map(counts.map(({ officer, count }) => [officer, Number(count)]));
    const colleagues = await this.officersOnFile.colleagues(this.database.read, region);
    return colleagues.map((officer) => ({ officer, cases: byOfficer.get(officer.id) ?? 0 }));
  }

  /** Those that the officer took and did not finish, what is due first at the top. Throws `officer-not-found`. */
  async cases(supervisor: OfficerCaller, officerId: string): Promise<readonly CaseInHand[]> {
    const { region } = supervisor;
    await this.officersOnFile.colleague(this.database.read, region, officerId);
    const rows = await this.database.read.find(Case, {
      where: { region, ...open, claimedBy: officerId },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: 200,
    });
    await this.access.listed(supervisor, rows);
    return rows.map((row) => ({
      id: row.id,
      number: row.number ?? '',
      itemName: this.catalogue.rulesOf(row).item.name,
      status: row.status,
      dueAt: row.dueAt,
    }));
  }

  /**
   * Each case for itself: one that the receiver may not have goes to the queue, and says why; one that somebody else
   * took meanwhile stays with them. Throws `officer-not-found`, `receiver-unfit`.
   */
  async hand(supervisor: OfficerCaller, from: string, { cases, to, reason }: Asked): Promise<readonly HandedCase[]> {
    const { region } = supervisor;
    const absent = await this.officersOnFile.colleague(this.database.read, region, from);
    const receiver = to === null ? null : await this.#receiver(supervisor, absent, to);
    const rows = await this.database.read.findBy(Case, { id: In([...cases]), region, ...open });
    const handed: HandedCase[] = [];
    for (const row of rows) handed.push(await this.#one(supervisor, row, { absent, receiver, reason }));
    return handed;
  }

  async #one(
    supervisor: OfficerCaller,
    row: Case,
    { absent, receiver, reason }: { absent: Colleague; receiver: Colleague | null; reason: string },
  ): Promise<HandedCase> {
    const { id, version } = row;
    const number = row.number ?? '';
    if (row.claimedBy === null && receiver === null) return { id, number, went: 'to-queue', why: null };
    if (row.claimedBy !== absent.id && row.claimedBy === receiver?.id)
      return { id, number, went: 'to-officer', why: null };
    const why = receiver === null ? null : await this.#obstacle(receiver, row);
    const keeper = why === null ? receiver : null;
    await this.audit.recordOfficer(supervisor, {
      deed: 'case.hand-over',
      caseId: id,
      personId: row.personId,
      detail: [absent.id, ...(keeper === null ? [] : [keeper.id])],
    });
    const moved = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const held = {
        claimedBy: keeper?.id ?? null,
        claimedAt: keeper === null ? null : now.toISOString(),
        handedUntil: keeper === null ? null : this.#until(row.region, now),
      };
      // Compare-and-set: what was claimed or decided since it was looked at is not taken away.
      const set = await tx.update(
        Case,
        { id, version, claimedBy: absent.id, status: row.status },
        { ...held, version: version + 1 },
      );
      if (set.affected !== 1) return false;
      const badge = await this.officersOnFile.badge(tx, supervisor.officerId);
      const goes = keeper === null ? '放回队列' : `转给 ${keeper.badge}`;
      await this.histories.append(
        tx,
        id,
        { kind: 'officer', id: supervisor.officerId, onBehalfOf: null, shown: `主管 ${badge}` },
        {
          at: now.toISOString(),
          from: row.status,
          to: row.status,
          event: handOver,
          reason: `${absent.badge} 手上的办件，${goes}：${reason}`,
        },
      );
      return true;
    });
    if (!moved) return { id, number, went: 'nowhere', why: '这时已有人接手或办过了，没有动。' };
    return { id, number, went: keeper === null ? 'to-queue' : 'to-officer', why };
  }

  /** Why the receiver may not have the case, in words; null where they may. */
  async #obstacle({ id: officerId, roles }: Colleague, row: Case): Promise<string | null> {
    const had = await this.database.read.findBy(CaseDuty, { caseId: row.id, officerId });
    const ownDuties = had.map(({ duty }) => duty);
    const notices = await this.database.read.countBy(CaseNotice, { caseId: row.id, about: 'case' });
    const involved = await this.access.isInvolved(this.database.read, { officerId }, row);
    const about = { ownDuties, notices, involved, granting: false };
    if (!involved && officerActions(row.status, roles, about).length > 0) return null;
    return whyNothing(row.status, roles, about)?.replace('您本人', '这位同事本人').replaceAll('您', '这位同事') ?? null;
  }

  /** Until the end of the next working day: time to see it, and no case lies for ever with somebody who does not. */
  #until(region: string, now: Date): string {
    const { date } = workingDaysAfter(shanghaiDate(now), 1, this.calendars.of(region));
    return new Date(`${date}T23:59:59+08:00`).toISOString();
  }

  async #receiver(supervisor: OfficerCaller, absent: Colleague, id: string): Promise<Colleague> {
    const colleagues = await this.officersOnFile.colleagues(this.database.read, supervisor.region);
    const receiver = colleagues.find((one) => one.id === id);
    const isFit =
      receiver !== undefined &&
      receiver.id !== absent.id &&
      !receiver.blocked &&
      receiver.roles.some((role) => role !== 'administrator' && absent.roles.includes(role));
    if (!isFit) throw problem('receiver-unfit');
    return receiver;
  }
}
