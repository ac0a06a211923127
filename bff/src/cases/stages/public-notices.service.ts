import { Injectable } from '@nestjs/common';
import type { PublicNoticePage, PublicNoticeView } from '@yiban/shared-types/public-notices';
import { IsNull, LessThan, type EntityManager } from 'typeorm';
import type { RegionItem } from '../../catalogue/layering.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { CalendarsService } from '../../calendar/calendars.service.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../ids.js';
import { problem } from '../../problems/problem.js';
import type { Case } from '../case.entity.js';
import { workingDaysAfter } from '../deadlines.js';
import { PublicNotice } from './public-notice.entity.js';

/** Public notices: published when a case comes to that stage, which it leaves when the last day is over. */
@Injectable()
export class PublicNoticesService {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  /** Publishes; gives the last day for objections. */
  async publish(tx: EntityManager, { id: caseId, region }: Case, item: RegionItem, subject: string): Promise<string> {
    const from = shanghaiDate(this.clock.now());
    const { date: until } = workingDaysAfter(from, item.publicNotice?.workingDays ?? 0, this.calendars.of(region));
    await this.withdraw(tx, caseId);
    await tx.insert(PublicNotice, {
      id: newId(),
      caseId,
      region,
      item: item.id,
      subject: subject.slice(0, 80),
      from,
      until,
      withdrawnAt: null,
    });
    return until;
  }

  /** Takes back what is published of a case that ends before its time. */
  async withdraw(tx: EntityManager, caseId: string): Promise<void> {
    await tx.update(PublicNotice, { caseId, withdrawnAt: IsNull() }, { withdrawnAt: this.clock.now().toISOString() });
  }

  /** Throws `notice-running` up to and on the last day. */
  async requireOver(tx: EntityManager, { id, status }: Case): Promise<void> {
    if (status !== 'public-notice') return;
    const notice = await this.#standing(tx, id);
    if (notice !== null && shanghaiDate(this.clock.now()) <= notice.until) throw problem('notice-running');
  }

  async ofCase(reader: EntityManager, caseId: string): Promise<PublicNoticeView | null> {
    const notice = await this.#standing(reader, caseId);
    return notice === null ? null : this.#view(notice);
  }

  /** Newest first, those that are over too. */
  async page(region: string, cursor: string | undefined, limit: number): Promise<PublicNoticePage> {
    this.catalogue.region(region);
    const rows = await this.database.late(async (read) =>
      read.find(PublicNotice, {
        where: { region, withdrawnAt: IsNull(), ...(cursor === undefined ? {} : { id: LessThan(cursor) }) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => this.#view(row)),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async #standing(reader: EntityManager, caseId: string): Promise<PublicNotice | null> {
    return reader.findOneBy(PublicNotice, { caseId, withdrawnAt: IsNull() });
  }

  #view({ id, region, item, subject, from, until }: PublicNotice): PublicNoticeView {
    const { phone, complaintPhone, agency } = this.catalogue.region(region);
    return {
      id,
      region,
      itemName: this.catalogue.item(region, item).name,
      subject,
      agency,
      from,
      until,
      running: shanghaiDate(this.clock.now()) <= until,
      objections: `对评估结果有不同意见的，请在公示期内拨打 ${phone} 或 ${complaintPhone} 反映，也可以到${agency}当面反映。`,
    };
  }
}
