import { Injectable } from '@nestjs/common';
import type { OfficerAction, OfficerCaseView, OfficerQueue, QueueEntry } from '@yiban/shared-types/agency';
import type { CaseStatus } from '@yiban/shared-types/cases';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { CaseContent } from '../case-content.js';
import { endOfNumber } from '../case-number.js';
import { CaseDuty } from '../case-duty.entity.js';
import { CaseHistories } from '../case-history.js';
import { CaseNotice } from '../case-notice.entity.js';
import { CaseSubjects } from '../case-subject.js';
import { CaseViews, paperOwners } from '../case-view.js';
import { CaseLegs } from '../legs/case-legs.js';
import { allowanceOf } from '../maternity-allowance.js';
import { readingsOf, settlementCategories } from '../readings.js';
import { Case } from '../case.entity.js';
import { finalStatuses } from '../transitions.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { Database } from '../../database/database.js';
import { DocumentsService } from '../../documents/documents.service.js';
import type { OfficerCaller } from '../../http/caller.js';
import { PeopleService } from '../../people/people.service.js';
import { problem } from '../../problems/problem.js';
import { receiptsIn } from '../../receipts/receipt-answers.js';
import { GrantAuthority } from '../../grants/grant-authority.service.js';
import { UnitsService } from '../../units/units.service.js';
import { officerActions, separateDuties, whyNothing } from './duties.js';
import { OfficeAccess } from './office-access.js';
import { OfficersService } from '../../agency/officers.service.js';

const rules = z.array(z.object({ code: z.string(), message: z.string() }));
/** In a cursor. Cases without a due date (not yet accepted) come first: nothing has been promised for them yet. */
const noDueDate = '0000-00-00';
/** At which an officer may find a case. */
export const openStatuses: readonly CaseStatus[] = [
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

export interface QueueFilter {
  readonly status?: string;
  /** Only what this officer could do something with. */
  readonly mine?: boolean;
  /** Only what is past its date. */
  readonly overdue?: boolean;
  readonly item?: string;
  /** The number of a case, or how it ends. */
  readonly number?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** What officers see: the queue, and a case with all that a decision needs. */
@Injectable()
export class OfficeReader {
  constructor(
    private readonly database: Database,
    private readonly access: OfficeAccess,
    private readonly views: CaseViews,
    private readonly histories: CaseHistories,
    private readonly subjects: CaseSubjects,
    private readonly legs: CaseLegs,
    private readonly units: UnitsService,
    private readonly grants: GrantAuthority,
    private readonly content: CaseContent,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly documents: DocumentsService,
    private readonly officers: OfficersService,
    private readonly clock: Clock,
  ) {}

  /** Open cases of the officer's region, what is due first at the top. Cursor: `<due date>|<id>`. */
  async queue(officer: OfficerCaller, filter: QueueFilter): Promise<OfficerQueue> {
    const { status, mine = false, cursor, limit } = filter;
    const query = this.database.read
      .createQueryBuilder(Case, 'c')
      .select('c.id', 'id')
      .where('c.region = :region', { region: officer.region })
      .andWhere('c.status IN (:...statuses)', { statuses: status === undefined ? openStatuses : [status] })
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
      // Both databases sort what is null before the rest, and read one status in this order from cases_queue.
      .orderBy('c.dueAt', 'ASC')
      .addOrderBy('c.id', 'ASC')
      .limit(limit + 1);
    if (mine) narrowToOwn(query, officer);
    narrow(query, filter, shanghaiDate(this.clock.now()));
    const [due, id] = cursor?.split('|') ?? [];
    if (due !== undefined && id !== undefined) {
      query.andWhere(
        due === noDueDate
          ? '(c.dueAt IS NOT NULL OR c.id > :id)'
          : '(c.dueAt >= :due AND (c.dueAt > :due OR c.id > :id))',
        { due, id },
      );
    }
    // What is sorted is ids and dates, not whole rows with all that is sealed in them.
    const found = await query.getRawMany<{ id: string }>();
    const shown = await this.#inOrder(found.slice(0, limit).map((one) => one.id));
    const last = shown.at(-1);
    await this.access.listed(officer, shown);
    return {
      items: await this.#entries(officer, shown),
      nextCursor: found.length > limit && last !== undefined ? `${last.dueAt ?? noDueDate}|${last.id}` : null,
    };
  }

  /** Those cases, in the order of their ids in the list. */
  async #inOrder(ids: readonly string[]): Promise<readonly Case[]> {
    const rows = ids.length === 0 ? [] : await this.database.read.findBy(Case, { id: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** A case, with the person unmasked: the duty needs it. */
  async one(officer: OfficerCaller, caseId: string): Promise<OfficerCaseView> {
    const row = await this.access.visible(this.database.read, officer, caseId, 'case.read');
    const { actions: _, grant: __, ...view } = await this.views.view(this.database.read, row, null);
    const { data } = await this.people.known(row.personId);
    const [entry] = await this.#entries(officer, [row]);
    const notices = await this.database.read.countBy(CaseNotice, { caseId, about: 'case' });
    return {
      ...view,
      history: await this.histories.forOfficers(this.database.read, caseId),
      person: { name: data.name, idNo: data.idNo, phone: data.phone },
      unit: await this.#unit(row),
      proxy: row.grantId === null ? null : await this.grants.forOfficer(this.database.read, row.grantId),
      unmetRules: this.#unmetRules(row),
      claimedBy: entry?.claimedBy ?? null,
      claimedByMe: entry?.claimedByMe ?? false,
      officerActions: await this.actions(officer, row),
      whyNothing: await this.#whyNothing(officer, row, notices),
      statusBeforeSupplement: row.supplementFrom,
      ...(await this.#computed(row)),
      claimedTotal: receiptsIn(this.content.form(row)).reduce((sum, { total }) => sum + total, 0),
      notices,
    };
  }

  async #whyNothing(officer: OfficerCaller, row: Case, notices: number): Promise<string | null> {
    const { officerId, roles } = officer;
    const had = await this.database.read.findBy(CaseDuty, { caseId: row.id, officerId });
    return whyNothing(row.status, roles, {
      ownDuties: had.map(({ duty }) => duty),
      notices,
      involved: await this.access.isInvolved(this.database.read, officer, row),
      granting: this.isBeingGranted(row),
    });
  }

  async #unit({ unitHandlerId }: Case): Promise<OfficerCaseView['unit']> {
    const unit = unitHandlerId === null ? null : await this.units.ofCase(this.database.read, unitHandlerId);
    if (unit === null) return null;
    const { id, name, creditCode, authority, confirmed } = unit;
    return { name, creditCode, authority, confirmed, letter: await this.units.letter(this.database.read, id) };
  }

  async pdf(officer: OfficerCaller, caseId: string, document: string): Promise<Buffer> {
    const row = await this.access.visible(this.database.read, officer, caseId, 'document.read');
    const issued = await this.documents.of(this.database.read, paperOwners(row));
    if (!issued.some(({ id, kind }) => id === document || kind === document)) throw problem('document-not-found');
    return this.documents.pdf(paperOwners(row), document);
  }

  /** What the officer could do with the case now. */
  async actions(officer: OfficerCaller, row: Case): Promise<readonly OfficerAction[]> {
    return (await this.#actions(officer, [row])).get(row.id) ?? [];
  }

  /** Cross-checks with the photos as they are read now; categories, readings and estimate: live while the amounts are settled, else as far as the case itself tells. */
  async #computed(
    row: Case,
  ): Promise<Pick<OfficerCaseView, 'settlementCategories' | 'readings' | 'estimate' | 'crossChecks'>> {
    const subject = await this.subjects.load(this.database.read, row);
    const { item, region } = subject;
    const live = row.status === 'first-review' && (item.readings ?? item.allowanceEstimate) !== undefined;
    const facts = this.subjects.facts(subject, live ? await this.subjects.platform(subject) : null);
    return {
      crossChecks: await this.subjects.crossChecks(this.database.read, subject),
      settlementCategories: settlementCategories(item, facts),
      readings: live ? readingsOf(item, facts) : [],
      estimate: live ? allowanceOf(item.allowanceEstimate, region.maternityLeave, facts) : null,
    };
  }

  /** An immediate case whose deed upstream is under way. */
  isBeingGranted({ status, limitDays, unmetRules }: Case): boolean {
    return status === 'accepted' && limitDays === 0 && unmetRules === '[]';
  }

  /** Rules that sent the case to an officer, each with the source that it comes from; null for what is no rule. */
  #unmetRules(row: Case): OfficerCaseView['unmetRules'] {
    const known = this.catalogue.rulesOf(row).item.rules;
    return rules.parse(JSON.parse(row.unmetRules)).map(({ code, message }) => {
      const rule = known.find(({ id }) => id === code);
      return { code, message, pointer: rule?.pointer ?? null, source: rule?.source ?? null };
    });
  }

  #legName(row: Case, leg: string | undefined): string | null {
    return this.catalogue.rulesOf(row).item.legs?.find(({ id }) => id === leg)?.name ?? null;
  }

  async #entries(officer: OfficerCaller, rows: readonly Case[]): Promise<readonly QueueEntry[]> {
    if (rows.length === 0) return [];
    const actions = await this.#actions(officer, rows);
    const holders = rows.flatMap((row) => this.access.holder(row) ?? []);
    const names = await this.officers.names(this.database.read, holders);
    const today = shanghaiDate(this.clock.now());
    const late = await this.legs.late(
      this.database.read,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => {
      const holder = this.access.holder(row);
      return {
        ...this.views.summary(row, null),
        claimedBy: names.get(holder ?? '') ?? null,
        claimedByMe: holder === officer.officerId,
        overdue:
          row.dueAt !== null && row.dueAt < today && row.stoppedOn === null && !finalStatuses.includes(row.status),
        lateLeg: this.#legName(row, late.get(row.id)),
        duty: actions.get(row.id)?.[0] ?? null,
      };
    });
  }

  async #actions(
    officer: OfficerCaller,
    rows: readonly Case[],
  ): Promise<ReadonlyMap<string, readonly OfficerAction[]>> {
    const caseId = In(rows.map(({ id }) => id));
    const duties = await this.database.read.findBy(CaseDuty, { caseId, officerId: officer.officerId });
    const notices = await this.database.read.find(CaseNotice, {
      where: { caseId, about: 'case' },
      select: { caseId: true, ordinal: true },
    });
    return new Map(
      rows.map((row) => {
        const had = {
          ownDuties: duties.filter((one) => one.caseId === row.id).map(({ duty }) => duty),
          notices: notices.filter((one) => one.caseId === row.id).length,
        };
        return [
          row.id,
          this.isBeingGranted(row) || row.paymentId !== null ? [] : officerActions(row.status, officer.roles, had),
        ] as const;
      }),
    );
  }
}

function narrow(query: SelectQueryBuilder<Case>, { overdue = false, item, number }: QueueFilter, today: string): void {
  if (overdue) query.andWhere('c.dueAt < :today AND c.stoppedOn IS NULL', { today });
  if (item !== undefined) query.andWhere('c.item = :item', { item });
  // Digits and letters alone: nothing in it is a wildcard.
  if (number !== undefined) {
    query.andWhere('(c.numberEnd = :end OR c.numberEnd IS NULL)', { end: endOfNumber(number) });
    query.andWhere('c.number LIKE :ending', { ending: `%${number}` });
  }
}

/** Only what the officer could do something with: by their roles, the duties they had, and notices sent already. */
function narrowToOwn(query: SelectQueryBuilder<Case>, { officerId, roles }: OfficerCaller): void {
  const open = (notices: number): readonly string[] =>
    openStatuses.filter((status) => officerActions(status, roles, { ownDuties: [], notices }).length > 0);
  const had = query.subQuery().select('1').from(CaseDuty, 'd').where('d.caseId = c.id AND d.officerId = :officerId');
  const barred = had.andWhere('d.duty <> c.status AND d.duty IN (:...separate)').getQuery();
  const told = query
    .subQuery()
    .select('1')
    .from(CaseNotice, 'n')
    .where("n.caseId = c.id AND n.about = 'case'")
    .getQuery();
  query
    .andWhere('c.paymentId IS NULL')
    .andWhere(`(c.status IN (:...untold) OR (c.status IN (:...toldOnce) AND EXISTS ${told}))`, {
      // An IN list must not be empty.
      untold: ['none', ...open(0)],
      toldOnce: ['none', ...open(1)],
    })
    .andWhere(`NOT (c.status IN (:...separate) AND EXISTS ${barred})`, { officerId, separate: separateDuties });
}
