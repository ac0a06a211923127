import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { InboxService } from '../inbox/inbox.service.js';
import { DraftWarning } from './draft-warning.entity.js';
import { Case } from './case.entity.js';
import { DraftsService } from './drafts.service.js';

const dayMs = 86_400_000;
const daysKept = 90;
const daysWarned = 14;
const round = 200;

/** Drafts nobody touched for 90 days are thrown away; their person is told 14 days before. Filed cases never expire. */
@Injectable()
export class DraftExpiry {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftsService,
    private readonly inbox: InboxService,
    private readonly catalogue: CatalogueService,
    private readonly clock: Clock,
  ) {}

  /** One round; gives how many were told and how many thrown away. */
  async run(): Promise<{ readonly told: number; readonly discarded: number }> {
    const idle = await this.database.read.find(Case, {
      where: { status: 'draft', updatedAt: LessThan(this.#daysAgo(daysKept - daysWarned)) },
      order: { updatedAt: 'ASC' },
      take: round,
    });
    let told = 0;
    let discarded = 0;
    for (const draft of idle) {
      const warning = await this.database.read.findOneBy(DraftWarning, { caseId: draft.id });
      if (warning === null || warning.at < draft.updatedAt) {
        await this.#tell(draft);
        told += 1;
      } else if (draft.updatedAt < this.#daysAgo(daysKept) && warning.at < this.#daysAgo(daysWarned)) {
        discarded += (await this.#discard(draft)) ? 1 : 0;
      }
    }
    return { told, discarded };
  }

  async #tell({ id, applicantId, region, item }: Case): Promise<void> {
    const { name } = this.catalogue.item(region, item);
    await this.database.transaction(async (tx) => {
      await tx.delete(DraftWarning, { caseId: id });
      await tx.insert(DraftWarning, { caseId: id, at: this.clock.now().toISOString() });
      await this.inbox.tell(tx, {
        personId: applicantId,
        caseId: id,
        title: '有一份没填完的申请快到期了',
        body: `您的「${name}」还没交上去，已经放了两个多月。还要办的话，请在 ${daysWarned} 天内打开接着填；不再打开，到期后会自动删除。`,
      });
    });
  }

  /** Only if nobody took it up again in this moment. */
  async #discard({ id, version }: Case): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if (!(await tx.existsBy(Case, { id, version, status: 'draft' }))) return false;
      await this.drafts.throwAway(tx, id);
      await tx.delete(DraftWarning, { caseId: id });
      return true;
    });
  }

  #daysAgo(days: number): string {
    return new Date(this.clock.now().getTime() - days * dayMs).toISOString();
  }
}
