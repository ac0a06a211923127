/** How a case looks to a citizen. Pure but for the opening of sealed columns. */
import { Injectable } from '@nestjs/common';
import type {
  CaseAction,
  CaseMaterialView,
  CaseSummary,
  CaseView,
  SupplementNotice,
  UploadView,
} from '@yiban/shared-types/cases';
import type { CaseGrant } from '@yiban/shared-types/grants';
import type { RatingGrade } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import { DocumentsService } from '../documents/documents.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { shownDate } from '../documents/shown-values.js';
import { GrantAuthority } from '../grants/grant-authority.service.js';
import { maskName } from '../people/masking.js';
import { PeopleService } from '../people/people.service.js';
import { RatingsService } from '../ratings/ratings.service.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { CaseContent } from './case-content.js';
import { CaseHistories } from './case-history.js';
import { CaseMaterial } from './case-material.entity.js';
import { CaseNotice } from './case-notice.entity.js';
import { Case } from './case.entity.js';
import { isUnderFourteen } from './identity-numbers.js';
import { CaseLegs } from './legs/case-legs.js';
import { uploadIds } from './case-subject.js';
import type { ListedCase } from './listed-cases.js';
import { CaseStages } from './stages/case-stages.js';
import { stageSentence } from './stages/stage-sentence.js';
import { correctsAccount } from './payee.js';
import { finalStatuses } from './transitions.js';

const noticeItems = z.array(
  z.object({ material: z.string().nullable(), question: z.string().nullable(), reason: z.string() }),
);

@Injectable()
export class CaseViews {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly content: CaseContent,
    private readonly histories: CaseHistories,
    private readonly legs: CaseLegs,
    private readonly stages: CaseStages,
    private readonly documents: DocumentsService,
    private readonly uploads: UploadsService,
    private readonly ratings: RatingsService,
    private readonly grants: GrantAuthority,
    private readonly people: PeopleService,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** `viewer`: the citizen who looks; null for an officer. */
  summary(row: ListedCase, viewer: string | null): CaseSummary {
    const names = this.content.names(row);
    return {
      id: row.id,
      number: row.number,
      item: row.item,
      itemName: this.catalogue.rulesOf(row).item.name,
      region: row.region,
      status: row.status,
      outcome: row.outcome,
      version: row.version,
      for: {
        ...(names.unit === undefined ? { name: maskName(names.person) } : { name: names.unit, unit: true }),
        ...(row.grantId === null ? {} : { grant: row.grantId }),
      },
      by: {
        name: maskName(names.applicant),
        proxy: row.applicantId !== row.personId,
        self: row.applicantId === viewer,
      },
      dueAt: row.dueAt,
      dueProvisional: row.dueProvisional,
      clock:
        row.stoppedOn === null && !finalStatuses.includes(row.status) && row.status !== 'draft' ? 'running' : 'stopped',
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      submittedAt: row.submittedAt,
    };
  }

  async view(reader: EntityManager, row: Case, viewer: string | null): Promise<CaseView> {
    const item = this.catalogue.rulesOf(row).item;
    // Nothing has happened to a draft, and only what is closed is rated: nobody is asked for that.
    const draft = row.status === 'draft';
    const [history, documents, materials, notice, rating, legs, stages, grant, minor] = await Promise.all([
      draft ? [] : this.histories.of(reader, row.id),
      draft && row.grantId === null ? [] : this.documents.of(reader, paperOwners(row)),
      this.materials(reader, row.id),
      draft ? null : this.notice(reader, row.id),
      row.status === 'closed' ? this.ratings.ofCase(reader, row.id) : null,
      this.legs.views(reader, row, item),
      this.stages.views(reader, row, item),
      row.grantId === null ? null : this.grants.shown(reader, row),
      this.#isMinor(reader, row, viewer),
    ]);
    return {
      ...this.summary(row, viewer),
      ...(minor ? { minor } : {}),
      form: this.content.form(row),
      materials,
      documents,
      history,
      notice,
      settlement: this.content.settlement(row),
      legs,
      ...stages,
      decision: this.#decision(row),
      next:
        stageSentence(row.status, stages) ??
        nextSentence(row, this.catalogue.region(row.region).phone, {
          rated: rating !== null,
          paid: (this.content.settlement(row)?.approved ?? 0) > 0,
        }),
      actions: mayGoOn(row, grant, viewer) ? actionsOf(row, rating !== null, stages) : leftOf(row),
      rulesVersion: row.status === 'draft' ? null : (row.rulesVersion ?? 0),
      rulesChanged: row.status === 'draft' ? this.catalogue.changedSince(row.region, row.item, row.createdAt) : [],
      rating: rating === null ? null : { ...rating, grade: gradeOf(rating.grade) },
      grant,
    };
  }

  /** Asked only where somebody fills it in. */
  async #isMinor(
    reader: EntityManager,
    { status, personId, unitIndex }: Case,
    viewer: string | null,
  ): Promise<boolean> {
    if (viewer === null || unitIndex !== null || (status !== 'draft' && status !== 'supplement')) return false;
    const person = await this.people.find(personId, reader);
    return isUnderFourteen(person?.data.birthday ?? null, shanghaiDate(this.clock.now()));
  }

  async materials(reader: EntityManager, caseId: string): Promise<readonly CaseMaterialView[]> {
    const rows = await reader.find(CaseMaterial, { where: { caseId }, order: { material: 'ASC' } });
    const views = new Map<string, UploadView>();
    for (const view of await this.uploads.views(rows.flatMap(({ uploads }) => uploadIds(uploads))))
      views.set(view.id, view);
    return rows.map(({ material, alternative, uploads, signature }) => ({
      material,
      alternative,
      uploads: uploadIds(uploads).flatMap((id) => views.get(id) ?? []),
      signed: signature !== null,
    }));
  }

  async notice(reader: EntityManager, caseId: string): Promise<SupplementNotice | null> {
    const [row] = await reader.find(CaseNotice, { where: { caseId }, order: { ordinal: 'DESC' }, take: 1 });
    if (row === undefined) return null;
    return { at: row.at, items: openJson(this.vault, noticePlace(caseId, row.ordinal), row.sealedItems, noticeItems) };
  }

  #decision(row: Case): CaseView['decision'] {
    const reason = this.content.reason(row);
    return reason === null ? null : { reason, remedies };
  }
}

/** Whose papers are the case's: its own, and the letter of the grant that it is filed under. */
export function paperOwners({ id, grantId }: Case): readonly string[] {
  return grantId === null ? [id] : [id, grantId];
}

/** The person always; their proxy while a grant lets them. */
function mayGoOn(row: Case, grant: CaseGrant | null, viewer: string | null): boolean {
  return row.applicantId !== viewer || row.applicantId === row.personId || grant?.usable === true;
}

/** What is left to a proxy whose grant has ended: to throw away what they wrote. */
function leftOf({ status }: Case): readonly CaseAction[] {
  return status === 'draft' ? ['discard'] : [];
}

export const noticePlace = (caseId: string, ordinal: number): string => `case_notices:${caseId}:${ordinal}`;

/** 社会保险经办条例 第五十二条; terms of 行政复议法 第二十条 and 行政诉讼法 第四十六条. */
const remedies = '不同意这个决定的，可以在收到之日起 60 日内申请行政复议，也可以在 6 个月内向人民法院提起行政诉讼。';

function actionsOf(
  row: Case,
  rated: boolean,
  { preliminary, conversation }: Pick<CaseView, 'preliminary' | 'conversation'>,
): readonly CaseAction[] {
  if (row.status === 'draft') return ['edit', 'submit', 'discard'];
  if (correctsAccount(row)) return ['edit', 'supplement'];
  if (row.status === 'supplement') return ['edit', 'supplement', 'withdraw'];
  if (row.status === 'closed' && row.outcome === 'granted') return rated ? [] : ['rate'];
  if (finalStatuses.includes(row.status) || row.status === 'payment') return [];
  if (conversation !== null)
    return row.status === 'submitted' ? ['message', 'withdraw'] : ['message', 'solved', 'withdraw'];
  return preliminary?.open === true ? ['feedback', 'withdraw'] : ['withdraw'];
}

/** When, that the money went out where there was some, the papers, and the rating while it is not given. */
function closedSentence({ closedAt }: Case, { rated, paid }: After): string {
  const day = closedAt === null ? '' : `${shownDate(shanghaiDate(new Date(closedAt)))} `;
  return [
    paid ? `${day}办好了，钱已经打到您填的收款账户，哪天到账看银行。` : `${day}办好了。`,
    '文书在下面，可以打开、下载。',
    ...(rated ? [] : ['办得怎么样，请您评一评。']),
  ].join('');
}

/** What matters of a closed case: whether it was rated, and whether money went out. */
interface After {
  readonly rated: boolean;
  readonly paid: boolean;
}

function nextSentence(row: Case, phone: string, after: After): string {
  const due =
    row.dueAt === null
      ? ''
      : `，最晚 ${shownDate(row.dueAt)} 办完${row.dueProvisional ? '（节假日安排公布后可能调整）' : ''}`;
  switch (row.status) {
    case 'draft':
      return '还没有提交。填好后点「提交」，草稿保存 90 天。';
    case 'submitted':
      return '已提交，等经办人员受理。受理后会发消息告诉您。';
    case 'accepted':
      return row.limitDays === 0
        ? '条件都符合，正在登记到医保平台，登记好就办结，不用您做什么。'
        : `已受理，等待审核${due}。`;
    case 'supplement':
      return correctsAccount(row)
        ? `银行没有收下这笔钱。请核对收款的户名、银行和卡号，改好提交后再打一次；有疑问请拨打 ${phone}。`
        : '请按告知书补齐材料，补齐前办理时间暂停计算。';
    case 'payment':
      return `审核通过，等待拨付到您的银行卡${due}。`;
    case 'closed':
      return closedSentence(row, after);
    case 'declined':
      return `没有受理。补齐条件后可以重新申请，有疑问请拨打 ${phone}。`;
    case 'rejected':
      return `没有通过。有疑问请拨打 ${phone}，也可以申请复议。`;
    case 'withdrawn':
      return '已撤回。需要时可以重新申请。';
    default:
      return `正在审核${due}。`;
  }
}

export function gradeOf(grade: number): RatingGrade {
  const grades: readonly RatingGrade[] = [1, 2, 3, 4, 5];
  return grades.find((one) => one === grade) ?? 3;
}
