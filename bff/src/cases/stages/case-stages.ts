import { Injectable } from '@nestjs/common';
import type { CaseView } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import type { RegionItem } from '../../catalogue/layering.js';
import { shownDate } from '../../documents/shown-values.js';
import { InboxService } from '../../inbox/inbox.service.js';
import type { CaseSubject } from '../case-subject.js';
import type { Case } from '../case.entity.js';
import { finalStatuses } from '../transitions.js';
import { CaseFeedbacks } from './case-feedbacks.js';
import { Conversations } from './conversations.js';
import { PublicNoticesService } from './public-notices.service.js';

/** Stages that an item's data asks for besides the reviews: feedback, public notice, conversation. */
@Injectable()
export class CaseStages {
  constructor(
    private readonly feedbacks: CaseFeedbacks,
    private readonly notices: PublicNoticesService,
    private readonly conversations: Conversations,
    private readonly inbox: InboxService,
  ) {}

  /** What begins or ends with the status that the case has come to. */
  async entered(tx: EntityManager, subject: CaseSubject, event: string): Promise<void> {
    const { row, item, settlement } = subject;
    if (row.status === 'second-review' && event === 'pass' && item.feedback !== undefined && settlement !== null) {
      const until = await this.feedbacks.begin(tx, row, item, settlement);
      await this.#tell(
        tx,
        subject,
        '初审结果出来了，请核对',
        `可以在 ${shownDate(until)} 前提意见，没有意见也请点一下「没有意见」，会快一些。`,
      );
    }
    if (row.status === 'public-notice' && item.publicNotice !== undefined) {
      const until = await this.notices.publish(tx, row, item, subject.unit?.name ?? '');
      await this.#tell(tx, subject, '评估结果正在公示', `公示到 ${shownDate(until)}，没有异议的接着办。`);
    }
    if (finalStatuses.includes(row.status) && row.outcome !== 'granted') await this.notices.withdraw(tx, row.id);
  }

  /** Whether the review that the case is in may be passed now. Throws `feedback-open`, `notice-running`, `answer-first`. */
  async requirePassable(tx: EntityManager, row: Case, item: RegionItem): Promise<void> {
    await this.feedbacks.requireOver(tx, row);
    await this.notices.requireOver(tx, row);
    await this.conversations.requireAnswered(tx, row, item);
  }

  async views(
    reader: EntityManager,
    row: Case,
    item: RegionItem,
  ): Promise<Pick<CaseView, 'preliminary' | 'publicNotice' | 'conversation'>> {
    return {
      preliminary: item.feedback === undefined ? null : await this.feedbacks.view(reader, row),
      publicNotice: item.publicNotice === undefined ? null : await this.notices.ofCase(reader, row.id),
      conversation: await this.conversations.state(reader, row, item),
    };
  }

  async #tell(tx: EntityManager, { row, item }: CaseSubject, title: string, what: string): Promise<void> {
    await this.inbox.tell(tx, {
      personId: row.applicantId,
      caseId: row.id,
      title,
      body: `您的「${item.name}」${row.number ?? ''}：${title}。${what}`,
    });
  }
}
