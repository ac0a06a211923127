import { Injectable } from '@nestjs/common';
import type { RectificationView } from '@yiban/shared-types/ratings';
import { IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { CalendarsService } from '../calendar/calendars.service.js';
import { workingDaysAfter } from '../cases/deadlines.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { problem } from '../problems/problem.js';
import { Rectification } from './rectification.entity.js';

/** 整改: what a bad rating complains of is put right within the region's working days, and the person told. */
@Injectable()
export class RectificationsService {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly calendars: CalendarsService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the rating. */
  async open(
    tx: EntityManager,
    { id, region, item }: { readonly id: string; readonly region: string; readonly item: string },
  ): Promise<void> {
    const now = this.clock.now();
    const limitDays = this.catalogue.region(region).policies.ratingRectificationDays;
    const { date, provisional } = workingDaysAfter(shanghaiDate(now), limitDays, this.calendars.of(region));
    await tx.insert(Rectification, {
      caseId: id,
      region,
      item,
      openedAt: now.toISOString(),
      limitDays,
      dueAt: date,
      dueProvisional: provisional,
      closedOn: null,
      closedBy: null,
      sealedOutcome: null,
    });
  }

  async ofCase(reader: EntityManager, caseId: string): Promise<RectificationView | null> {
    const row = await reader.findOneBy(Rectification, { caseId });
    if (row === null) return null;
    const { dueAt, dueProvisional, closedOn, sealedOutcome } = row;
    return {
      dueAt,
      dueProvisional,
      closedOn,
      outcome: sealedOutcome === null ? null : this.vault.open(place(caseId), sealedOutcome),
    };
  }

  /** Those still open, what is due first at the top. Cursor: `<due date>|<case>`. */
  async waiting(
    reader: EntityManager,
    region: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<readonly Rectification[]> {
    const query = reader
      .createQueryBuilder(Rectification, 'r')
      .where('r.region = :region AND r.closedOn IS NULL', { region })
      .orderBy('r.dueAt', 'ASC')
      .addOrderBy('r.caseId', 'ASC')
      .limit(limit);
    const [due, id] = cursor?.split('|') ?? [];
    if (due !== undefined && id !== undefined)
      query.andWhere('(r.dueAt > :due OR (r.dueAt = :due AND r.caseId > :id))', { due, id });
    return query.getMany();
  }

  /** Throws `rectification-not-found`, `rectification-closed`; of two who close at once one is refused. */
  async close(tx: EntityManager, caseId: string, officerId: string, outcome: string): Promise<void> {
    const closedOn = shanghaiDate(this.clock.now());
    const sealedOutcome = this.vault.seal(place(caseId), outcome);
    const open = { caseId, closedOn: IsNull() };
    const { affected } = await tx.update(Rectification, open, { closedOn, closedBy: officerId, sealedOutcome });
    if (affected === 1) return;
    throw problem((await tx.existsBy(Rectification, { caseId })) ? 'rectification-closed' : 'rectification-not-found');
  }

  /** By item: how many opened from `from` on, before `to` (instants), and what became of those until now. */
  async figures(
    reader: EntityManager,
    region: string,
    from: string,
    to: string,
  ): Promise<ReadonlyMap<string, { readonly opened: number; readonly closed: number; readonly closedInTime: number }>> {
    const rows = await reader
      .createQueryBuilder(Rectification, 'r')
      .select('r.item', 'item')
      .addSelect('COUNT(*)', 'opened')
      .addSelect('COUNT(r.closedOn)', 'closed')
      .addSelect('SUM(CASE WHEN r.closedOn <= r.dueAt THEN 1 ELSE 0 END)', 'inTime')
      .where('r.region = :region AND r.openedAt >= :from AND r.openedAt < :to', { region, from, to })
      .groupBy('r.item')
      .getRawMany<Record<'item' | 'opened' | 'closed' | 'inTime', string | number>>();
    return new Map(
      rows.map(({ item, opened, closed, inTime }) => [
        String(item),
        { opened: Number(opened), closed: Number(closed), closedInTime: Number(inTime) },
      ]),
    );
  }

  /** Counts anew what was due in a year whose holidays are published now, up to `last`. */
  async recount(tx: EntityManager, region: string, last: string): Promise<void> {
    const rows = await tx.findBy(Rectification, {
      region,
      closedOn: IsNull(),
      dueProvisional: true,
      dueAt: LessThanOrEqual(last),
    });
    for (const { caseId, openedAt, limitDays } of rows) {
      const opened = shanghaiDate(new Date(openedAt));
      const { date, provisional } = workingDaysAfter(opened, limitDays, this.calendars.of(region));
      await tx.update(Rectification, { caseId }, { dueAt: date, dueProvisional: provisional });
    }
  }
}

const place = (caseId: string): string => `rectifications:${caseId}:outcome`;
