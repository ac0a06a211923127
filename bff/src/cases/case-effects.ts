/** What a passing brings about besides the status: papers, messages, what goes upstream, receipts claimed or freed. */
import { Injectable } from '@nestjs/common';
import type { CaseStatus, NoticeItem } from '@yiban/shared-types/cases';
import { In, type EntityManager } from 'typeorm';
import { OfficersService } from '../agency/officers.service.js';
import { holds, valueOf } from '../catalogue/conditions.js';
import { Clock, shanghaiDate } from '../clock.js';
import type { EnrolmentSnapshot } from '../documents/document-snapshot.js';
import { shownDate, shownMoney } from '../documents/shown-values.js';
import { InboxService, type Telling } from '../inbox/inbox.service.js';
import { maskName } from '../people/masking.js';
import { Outbox } from '../outbox/outbox.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { CaseDocuments, supplementUntil, type RegistrationFacts } from './case-documents.js';
import { CaseDuty } from './case-duty.entity.js';
import { CaseHistories } from './case-history.js';
import type { CaseSubject } from './case-subject.js';
import type { Move } from './case-transitions.js';
import { flowOf } from './flow.js';
import { CaseLegs } from './legs/case-legs.js';
import { OnceClaims } from './once/once-claims.js';
import { TablesService } from '../tables/tables.service.js';
import { rowDeeds } from './row-deeds.js';
import { typedRowsOf } from './table-rows.js';
import type { UpstreamRowsFile } from '../catalogue/catalogue-file.js';
import { mostTableRows } from '../catalogue/form-schema.js';
import { CaseStages } from './stages/case-stages.js';
import { shortMessage } from './message-fields.js';
import { platformDeed, type PlatformDeed } from './platform-deed.js';

export interface Passed {
  readonly before: CaseStatus;
  readonly subject: CaseSubject;
  readonly move: Move;
}

/** What only the mover knows of a passing. */
export interface MoveDetails {
  readonly notice?: readonly NoticeItem[];
  readonly registration?: RegistrationFacts;
  /** The day on which the bank paid. */
  readonly paidOn?: string;
  /** Read from the platform before the decision, where a grant issues the certificate. */
  readonly certificate?: EnrolmentSnapshot['enrolment'];
}

@Injectable()
export class CaseEffects {
  constructor(
    private readonly documents: CaseDocuments,
    private readonly receipts: ReceiptsService,
    private readonly once: OnceClaims,
    private readonly outbox: Outbox,
    private readonly inbox: InboxService,
    private readonly histories: CaseHistories,
    private readonly legs: CaseLegs,
    private readonly stages: CaseStages,
    private readonly tables: TablesService,
    private readonly officers: OfficersService,
    private readonly clock: Clock,
  ) {}

  async of(tx: EntityManager, passed: Passed): Promise<void> {
    const { subject, move } = passed;
    const { facts } = move;
    const { row } = subject;
    if (move.event === 'supplement') {
      // In place of those that it claimed before; a draft has claimed nothing.
      await this.receipts.unclaim(tx, row.id);
      await this.once.unclaim(tx, row.id);
    }
    if (move.event === 'submit' || move.event === 'supplement') {
      await this.receipts.claim(tx, subject.form, row.id);
      await this.once.claim(tx, subject, facts);
    }
    switch (row.status) {
      case 'submitted':
        if (move.event === 'submit') await this.documents.issueSigned(tx, subject, facts);
        break;
      case 'accepted':
        await this.documents.issueAcceptance(tx, subject, facts);
        await this.legs.begin(tx, row, subject.item);
        await this.#sendUpstream(tx, subject, 'accepted', facts);
        break;
      case 'supplement':
        // What the bank says of an account is no 一次性告知书 of ours.
        if (move.event === 'ask-supplement')
          await this.documents.issueNotice(tx, subject, move.details?.notice ?? [], shanghaiDate(this.clock.now()));
        break;
      case 'payment':
        // An immediate case comes here because its deed upstream was done.
        if (move.event !== 'grant') await this.#sendUpstream(tx, subject, 'payment', facts);
        break;
      case 'declined':
        await this.documents.issueRefusal(tx, subject, 'decline-notice', move.reason ?? '');
        await this.receipts.release(tx, row.id);
        await this.once.release(tx, row.id);
        break;
      case 'rejected':
        await this.documents.issueRefusal(tx, subject, 'rejection-notice', move.reason ?? '');
        await this.receipts.release(tx, row.id);
        await this.once.release(tx, row.id);
        break;
      case 'withdrawn':
        await this.receipts.release(tx, row.id);
        await this.once.release(tx, row.id);
        break;
      case 'closed':
        await this.documents.issueRegistration(tx, subject, facts, move.details?.registration ?? null);
        await this.#issueSettlement(tx, subject, move.details?.paidOn ?? null);
        await this.#issueCertificate(tx, subject, move);
        await this.legs.reached(tx, row.id, 'closed');
        // An immediate case comes here because its deed upstream was done.
        if (move.event !== 'grant') await this.#sendUpstream(tx, subject, 'closed', facts);
        break;
      default:
        break;
    }
    await this.stages.entered(tx, subject, move.event);
    await this.#tell(tx, passed);
  }

  /** Deeds upstream of an immediate case: the case is granted once all of them are done. */
  async sendForGrant(tx: EntityManager, subject: CaseSubject, facts: object): Promise<number> {
    return this.#sendUpstream(tx, subject, flowOf(subject.item).payment ? 'payment' : 'closed', facts, true);
  }

  async #sendUpstream(
    tx: EntityManager,
    subject: CaseSubject,
    on: 'accepted' | 'payment' | 'closed',
    facts: object,
    grants = false,
  ): Promise<number> {
    const { item, row, form } = subject;
    const calls = item.upstream.filter((call) => call.on === on && holds(call.when, facts));
    let sent = 0;
    for (const call of calls) {
      const fields = Object.fromEntries(
        Object.entries(call.fields).map(([name, value]) => [name, valueOf(value, facts) ?? null]),
      );
      for (const [part, rows] of (await this.#parts(tx, subject, call.rows)).entries()) {
        const payload: PlatformDeed = platformDeed.parse({
          operation: call.operation,
          region: row.region,
          fields: { ...fields, ...rows },
          grants,
          concerned: call.about === 'concerned' ? concernedIn(item, form) : null,
          unit: call.about === 'unit',
        });
        const base = `${row.id}:${call.operation}${call.rows === undefined ? '' : `:${part}`}`;
        const effectKey = await this.outbox.freshKey(tx, row.id, base);
        sent += 1;
        if (effectKey === null) continue;
        await this.outbox.enqueue(tx, { kind: 'platform', effectKey, caseId: row.id, payload });
      }
    }
    return sent;
  }

  /** What each deed of a call says besides: some rows of a table; nothing for a call without rows. */
  async #parts(
    tx: EntityManager,
    { item, row, form }: CaseSubject,
    rows: UpstreamRowsFile | undefined,
  ): Promise<readonly Readonly<Record<string, string>>[]> {
    const question = item.questions.find(({ id }) => id === rows?.table);
    if (rows === undefined || question === undefined) return [{}];
    const typed = typedRowsOf(form[question.id] ?? null);
    const found = typed ?? (await this.tables.some(tx, row.id, question.id, 0, mostTableRows));
    return rowDeeds(rows, question, found).map((text) => ({ [rows.field]: text }));
  }

  async #issueCertificate(tx: EntityManager, subject: CaseSubject, { details }: Move): Promise<void> {
    if (subject.item.issues === undefined) return;
    if (details?.certificate === undefined) throw new Error('a certificate is granted without its facts');
    await this.documents.issueCertificate(tx, subject, details.certificate);
  }

  async #issueSettlement(tx: EntityManager, subject: CaseSubject, paidOn: string | null): Promise<void> {
    const { row } = subject;
    if (subject.settlement === null) return;
    const duties = await tx.findBy(CaseDuty, { caseId: row.id, duty: In(['first-review', 'second-review']) });
    const badges = await this.officers.badges(
      tx,
      duties.map(({ officerId }) => officerId),
    );
    const reviewers = ['first-review', 'second-review'].map(
      (duty) => badges.get(duties.find((one) => one.duty === duty)?.officerId ?? '') ?? '',
    );
    await this.documents.issueSettlement(tx, subject, reviewers, await this.histories.of(tx, row.id), paidOn);
  }

  /** Tells the person, and the proxy besides, what happened and what to do. */
  async #tell(tx: EntityManager, { subject, move }: Passed): Promise<void> {
    const { row } = subject;
    for (const { personId, phone, whose, filedBy } of readersOf(subject)) {
      const message = messageFor(subject, move, shanghaiDate(this.clock.now()), { whose, filedBy });
      if (message === undefined) continue;
      await this.inbox.tell(tx, {
        personId,
        caseId: row.id,
        title: message.title,
        body: message.body,
        ...outwardOf(subject, move, message.urgent ? phone : null),
      });
    }
  }
}

/** What goes out of the inbox: in a few words, and by SMS where there is a number to tell. */
function outwardOf(subject: CaseSubject, { event }: Move, phone: string | null): Pick<Telling, 'outward'> {
  const { row, item, region } = subject;
  const short = shortMessage(row.status);
  if (short === null) return {};
  const until =
    row.status === 'supplement' ? supplementUntil(subject, shanghaiDate(new Date(row.updatedAt))) : row.dueAt;
  const number = row.number ?? '';
  const words = until === null ? '没有期限' : shownDate(until);
  return {
    outward: {
      region: row.region,
      // Decided in the moment that it was submitted: the person is at the phone.
      urgent: event === 'grant',
      topic: short.topic,
      said: { item: item.name, state: short.state, todo: short.todo, until: words, number },
      sms:
        phone === null
          ? null
          : {
              phone,
              template: `case-${row.status}`,
              parameters: { item: item.name, number, phone: region.phone, todo: short.todo, until: words },
            },
    },
  };
}

/** The other person whom the form names, where it names one. */
function concernedIn({ concerns }: CaseSubject['item'], form: CaseSubject['form']): PlatformDeed['concerned'] {
  if (concerns === undefined || !holds(concerns.when, { form })) return null;
  const name = form[concerns.name];
  const idNo = form[concerns.idNo];
  return typeof name === 'string' && typeof idNo === 'string' ? { name, idNo: idNo.toUpperCase() } : null;
}

function paidWords(settlement: CaseSubject['settlement'], paidOn: string | undefined): string {
  if (settlement === null) return '';
  if (settlement.approved === 0) return '，这次没有可以支付的金额';
  return `，${shownMoney(settlement.approved)} 已${paidOn === undefined ? '' : `于 ${shownDate(paidOn)} `}拨付`;
}

/** Who is told of a case, and how it is called to them. */
interface Reader {
  readonly personId: string;
  readonly phone: string | null;
  /** 「您的」, 「您替王*英办的」 */
  readonly whose: string;
  /** Who filed it, where that was another; null for who files themselves. */
  readonly filedBy: string | null;
}

/**
 * The person; where a proxy files, the proxy as well, and the person if they want to be told besides. A proxy whom the
 * principal or an officer has cut off is told nothing more.
 */
function readersOf({ row, person, applicant, grant, form }: CaseSubject): readonly Reader[] {
  const typed = typeof form['phone'] === 'string' ? form['phone'] : null;
  if (grant === null)
    return [{ personId: row.personId, phone: typed ?? person.data.phone, whose: '您的', filedBy: null }];
  const principal: Reader = {
    personId: row.personId,
    // The form may have the proxy's number; the person's own comes first.
    phone: person.data.phone ?? typed,
    whose: '您的',
    filedBy: maskName(applicant.data.name),
  };
  const proxy: Reader = {
    personId: row.applicantId,
    phone: applicant.data.phone,
    whose: `您替${maskName(person.data.name)}办的`,
    filedBy: null,
  };
  return [...(grant.tellPrincipal || grant.cutOff ? [principal] : []), ...(grant.cutOff ? [] : [proxy])];
}

interface Message {
  readonly title: string;
  readonly body: string;
  /** Something is to be done or was decided: also by SMS. */
  readonly urgent: boolean;
}

function messageFor(
  subject: CaseSubject,
  { event, reason, details }: Move,
  today: string,
  { whose, filedBy }: Pick<Reader, 'whose' | 'filedBy'>,
): Message | undefined {
  const { row, item, settlement, region } = subject;
  const named = `${whose}「${item.name}」`;
  if (event === 'start')
    return {
      title: '医保部门主动为您办理',
      body: `医保部门为您办理「${item.name}」，办件编号 ${row.number ?? ''}。您不用做什么，审核好了会再告诉您；有疑问请拨打 ${region.phone}。`,
      urgent: true,
    };
  switch (row.status) {
    case 'submitted':
      if (event === 'supplement')
        return { title: '补正材料已收到', body: `${named}补正的内容已收到，接着办理。`, urgent: false };
      if (filedBy !== null)
        return {
          title: '有人替您提交了申请',
          body: `${filedBy}按您的委托，替您提交了「${item.name}」，办件编号 ${row.number ?? ''}。不是您的意思，可以打开办件撤回，并在「我的 → 委托与代办」里撤销委托；有疑问请拨打 ${region.phone}。`,
          urgent: true,
        };
      return {
        title: '申请已提交',
        body: `${named}已提交，办件编号 ${row.number ?? ''}。经办人员受理后会再告诉您。`,
        urgent: false,
      };
    case 'accepted': {
      const until = row.dueAt === null ? '' : `，最晚 ${shownDate(row.dueAt)} 办完`;
      return row.limitDays === 0 ? undefined : { title: '申请已受理', body: `${named}已受理${until}。`, urgent: false };
    }
    case 'supplement':
      if (event === 'refuse-payment')
        return {
          title: '银行没有收下这笔钱',
          body: `${named}的钱银行退回来了：${reason ?? ''} 请打开办件，核对收款的户名、银行和卡号，改好提交后会再打一次；有疑问请拨打 ${region.phone}。`,
          urgent: true,
        };
      return {
        title: '请补正材料',
        body: `${named}有几处要补。请在 ${shownDate(supplementUntil(subject, today))} 前打开办件，一次补齐；已交的不用重交。`,
        urgent: true,
      };
    case 'payment':
      if (event === 'supplement')
        return {
          title: '收款账户已收到',
          body: `${named}新的收款账户已收到，会再打一次款，打好了告诉您。`,
          urgent: false,
        };
      return {
        title: '审核通过，等待拨付',
        body: `${named}审核通过${settlement === null ? '' : `，核定 ${shownMoney(settlement.approved)}`}，很快打到您的银行卡。`,
        urgent: false,
      };
    case 'closed':
      return {
        title: '已办结',
        body: `${named}已办结${paidWords(settlement, details?.paidOn)}。可以在办件里下载文书，也请您评价。`,
        urgent: true,
      };
    case 'declined':
      return {
        title: '没有受理',
        body: `${named}没有受理：${reason ?? ''} 详情和救济途径见通知书，有疑问请拨打 ${region.phone}。`,
        urgent: true,
      };
    case 'rejected':
      return {
        title: '没有通过',
        body: `${named}没有通过：${reason ?? ''} 详情和救济途径见决定书，有疑问请拨打 ${region.phone}。`,
        urgent: true,
      };
    case 'withdrawn':
      return { title: '已撤回', body: `${named}已撤回。需要时可以重新申请。`, urgent: false };
    default:
      return undefined;
  }
}
