import { Injectable } from '@nestjs/common';
import type { OfficerCaseView, OfficerQueue, QueueEntry } from '@yiban/shared-types/agency';
import type { CaseStatus } from '@yiban/shared-types/cases';
import { Brackets, In } from 'typeorm';
import { z } from 'zod';
import { CaseContent } from '../cases/case-content.js';
import { CaseDuty } from '../cases/case-duty.entity.js';
import { CaseNotice } from '../cases/case-notice.entity.js';
import { CaseViews } from '../cases/case-view.js';
import { Case } from '../cases/case.entity.js';
import { finalStatuses } from '../cases/transitions.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { OfficerCaller } from '../http/caller.js';
import { PeopleService } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { receiptsIn } from '../receipts/receipt-answers.js';
import { officerActions } from './duties.js';
import { OfficeAccess } from './office-access.js';
import { Officer } from './officer.entity.js';

const rules = z.array(z.object({ code: z.string(), message: z.string() }));
/** Cases without a due date (not yet accepted) come first: nothing has been promised for them yet. */
const noDueDate = '0000-00-00';

/** What officers see: the queue, and a case with all that a decision needs. */
@Injectable()
export class OfficeReader {
  constructor(
    private readonly database: Database,
    private readonly access: OfficeAccess,
    private readonly views: CaseViews,
    private readonly content: CaseContent,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly documents: DocumentsService,
    private readonly clock: Clock,
  ) {}

  /** Open cases of the officer's region, what is due first at the top. Cursor: `<due date>|<id>`. */
  async queue(
    officer: OfficerCaller,
    filter: { readonly status?: string; readonly mine?: boolean; readonly cursor?: string; readonly limit: number },
  ): Promise<OfficerQueue> {
    const query = this.database.read
      .createQueryBuilder(Case, 'c')
      .where('c.region = :region', { region: officer.region })
      .andWhere('c.status IN (:...statuses)', { statuses: this.#statuses(officer, filter) })
      // Being granted at once: nothing for an officer to do.
      .andWhere(
        new Brackets((q) =>
          q
            .where('c.status <> :accepted', { accepted: 'accepted' })
            .orWhere('c.limitDays IS NULL')
            .orWhere('c.limitDays <> 0')
            .orWhere('c.unmetRules <> :none', { none: '[]' }),
        ),
      )
      .addSelect(`COALESCE(c.dueAt, '${noDueDate}')`, 'due')
      .orderBy('due', 'ASC')
      .addOrderBy('c.id', 'ASC')
      .limit(filter.limit + 1);
    const [due, id] = filter.cursor?.split('|') ?? [];
    if (due !== undefined && id !== undefined) {
      query.andWhere(
        `(COALESCE(c.dueAt, '${noDueDate}') > :due OR (COALESCE(c.dueAt, '${noDueDate}') = :due AND c.id > :id))`,
        { due, id },
      );
    }
    const rows = await query.getMany();
    const shown = rows.slice(0, filter.limit);
    const entries = await this.#entries(officer, shown);
    const last = shown.at(-1);
    return {
      items: filter.mine === true ? entries.filter(({ duty }) => duty !== null) : entries,
      nextCursor: rows.length > filter.limit && last !== undefined ? `${last.dueAt ?? noDueDate}|${last.id}` : null,
    };
  }

  /** A case, with the person unmasked: the duty needs it. */
  async one(officer: OfficerCaller, caseId: string): Promise<OfficerCaseView> {
    const row = await this.access.visible(this.database.read, officer, caseId);
    const { actions: _, ...view } = await this.views.view(this.database.read, row);
    const { data } = await this.people.known(row.personId);
    const [entry] = await this.#entries(officer, [row]);
    const duties = await this.database.read.findBy(CaseDuty, { caseId, officerId: officer.officerId });
    return {
      ...view,
      person: { name: data.name, idNo: data.idNo, phone: data.phone },
      unmetRules: rules.parse(JSON.parse(row.unmetRules)),
      claimedBy: entry?.claimedBy ?? null,
      officerActions: officerActions(
        row.status,
        officer.roles,
        duties.map(({ duty }) => duty),
      ),
      statusBeforeSupplement: row.supplementFrom,
      settlementCategories: this.settlementCategories(row),
      claimedTotal: receiptsIn(this.content.form(row)).reduce((sum, { total }) => sum + total, 0),
      notices: await this.database.read.countBy(CaseNotice, { caseId }),
    };
  }

  async pdf(officer: OfficerCaller, caseId: string, document: string): Promise<Buffer> {
    await this.access.visible(this.database.read, officer, caseId);
    const issued = await this.documents.ofCase(this.database.read, caseId);
    if (!issued.some(({ id, kind }) => id === document || kind === document)) throw problem('document-not-found');
    return this.documents.pdf(caseId, document);
  }

  settlementCategories(row: Case): readonly { readonly id: string; readonly name: string }[] {
    return this.catalogue.item(row.region, row.item).settlement;
  }

  /** An immediate case whose deed upstream is under way. */
  isBeingGranted({ status, limitDays, unmetRules }: Case): boolean {
    return status === 'accepted' && limitDays === 0 && unmetRules === '[]';
  }

  #statuses(
    officer: OfficerCaller,
    { status, mine }: { readonly status?: string; readonly mine?: boolean },
  ): readonly string[] {
    if (status !== undefined) return [status];
    const open: readonly CaseStatus[] = [
      'submitted',
      'accepted',
      'supplement',
      'first-review',
      'second-review',
      'expert-review',
      'site-assessment',
      'public-notice',
      'payment',
    ];
    if (mine !== true) return open;
    const own = open.filter((one) => officerActions(one, officer.roles, []).length > 0);
    return own.length > 0 ? own : ['none'];
  }

  async #entries(officer: OfficerCaller, rows: readonly Case[]): Promise<readonly QueueEntry[]> {
    if (rows.length === 0) return [];
    const duties = await this.database.read.findBy(CaseDuty, {
      caseId: In(rows.map(({ id }) => id)),
      officerId: officer.officerId,
    });
    const holders = rows.flatMap((row) => this.access.holder(row) ?? []);
    const officers = holders.length === 0 ? [] : await this.database.read.findBy(Officer, { id: In(holders) });
    const today = shanghaiDate(this.clock.now());
    return rows.map((row) => {
      const holder = this.access.holder(row);
      const own = duties.filter(({ caseId }) => caseId === row.id).map(({ duty }) => duty);
      return {
        ...this.views.summary(row),
        claimedBy: officers.find(({ id }) => id === holder)?.name ?? null,
        overdue:
          row.dueAt !== null && row.dueAt < today && row.stoppedOn === null && !finalStatuses.includes(row.status),
        duty: officerActions(row.status, officer.roles, own)[0] ?? null,
      };
    });
  }
}
