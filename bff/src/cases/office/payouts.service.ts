import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { OfficersService } from '../../agency/officers.service.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock } from '../../clock.js';
import { Vault } from '../../crypto/vault.js';
import { Database } from '../../database/database.js';
import { DocumentsService } from '../../documents/documents.service.js';
import type { OfficerCaller } from '../../http/caller.js';
import { Outbox } from '../../outbox/outbox.js';
import { PeopleService } from '../../people/people.service.js';
import { CaseContent } from '../case-content.js';
import { CaseDuty } from '../case-duty.entity.js';
import { CaseNotice } from '../case-notice.entity.js';
import { CaseSubjects, type CaseSubject } from '../case-subject.js';
import { CaseTransitions, type Move } from '../case-transitions.js';
import { noticePlace } from '../case-view.js';
import { Case } from '../case.entity.js';
import { accountQuestions, payeeOf, type Payee } from '../payee.js';
import { isBarred } from './duties.js';
import { OfficeAccess } from './office-access.js';

/** A case as a payment needs it. `obstacle`: why this officer cannot pay it now, in words; null when they can. */
export interface Payable {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly itemName: string;
  readonly amount: number;
  readonly payee: Payee | null;
  readonly dueAt: string | null;
  readonly obstacle: string | null;
}

/** What a payment does to its case: which cases can be paid, and what follows from what the bank says. */
@Injectable()
export class PayoutsService {
  constructor(
    private readonly database: Database,
    private readonly access: OfficeAccess,
    private readonly audit: AuditTrail,
    private readonly officers: OfficersService,
    private readonly people: PeopleService,
    private readonly catalogue: CatalogueService,
    private readonly content: CaseContent,
    private readonly subjects: CaseSubjects,
    private readonly transitions: CaseTransitions,
    private readonly documents: DocumentsService,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Cases of the region that wait for payment and are in no batch, in the order of their ids from `after` on. */
  async waiting(officer: OfficerCaller, after: string, limit: number): Promise<readonly Payable[]> {
    const rows = await this.database.read
      .createQueryBuilder(Case, 'c')
      .where("c.region = :region AND c.status = 'payment' AND c.paymentId IS NULL AND c.id > :after", {
        region: officer.region,
        after,
      })
      .orderBy('c.id', 'ASC')
      .limit(limit)
      .getMany();
    await this.access.listed(officer, rows);
    return this.#payables(this.database.read, officer, rows);
  }

  /** Those of the cases that wait for payment in the officer's region; one that does not is left out. */
  async some(reader: EntityManager, officer: OfficerCaller, ids: readonly string[]): Promise<readonly Payable[]> {
    const rows = await reader.findBy(Case, { id: In([...ids]), region: officer.region, status: 'payment' });
    return this.#payables(reader, officer, rows);
  }

  /** Numbers and items of cases, by id. */
  async named(
    reader: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly number: string; readonly itemName: string }>> {
    const rows = ids.length === 0 ? [] : await reader.findBy(Case, { id: In([...ids]) });
    return new Map(
      rows.map((row) => [row.id, { number: row.number ?? '', itemName: this.catalogue.rulesOf(row).item.name }]),
    );
  }

  /**
   * Takes a case into a payment, and says that paying it is this officer's duty. False when it was moved, or taken into
   * another payment, since it was looked at: of two payers at once, one gets it.
   */
  async hold(tx: EntityManager, officer: OfficerCaller, { id, version }: Payable, paymentId: string): Promise<boolean> {
    const held = await tx.update(
      Case,
      { id, version, status: 'payment', paymentId: IsNull() },
      { paymentId, version: version + 1, claimedBy: null, claimedAt: null },
    );
    if (held.affected !== 1) return false;
    await tx.delete(CaseDuty, { caseId: id, duty: 'payment' });
    const at = this.clock.now().toISOString();
    await tx.insert(CaseDuty, { caseId: id, duty: 'payment', officerId: officer.officerId, at });
    return true;
  }

  /** Gives the cases of payments back, that never went to the bank. */
  async letGo(tx: EntityManager, caseId: string, paymentId: string): Promise<void> {
    await tx.update(Case, { id: caseId, paymentId, status: 'payment' }, { paymentId: null });
    await tx.delete(CaseDuty, { caseId, duty: 'payment' });
  }

  /** Throws `same-officer` or `own-case` when the officer reviewed one of the cases or is concerned by it. */
  async requireUnbarred(officer: OfficerCaller, caseIds: readonly string[]): Promise<void> {
    for (const row of await this.database.read.findBy(Case, { id: In([...caseIds]) })) {
      await this.access.requireSeparate(this.database.read, officer, row);
      await this.access.requireUninvolved(this.database.read, officer, row);
    }
  }

  /** What an officer does with payments stands in the trail before it is done. */
  async record(officer: OfficerCaller, deed: string, caseIds: readonly string[]): Promise<void> {
    await this.audit.recordOfficer(officer, { deed, detail: caseIds });
  }

  /**
   * The bank paid: the case is closed, with the day. `mark` is written in the same transaction; when it says false,
   * somebody was faster, and nothing is done.
   */
  async paid(told: Told, paidOn: string): Promise<void> {
    await this.#follow(told, { event: 'pay', details: { paidOn } });
  }

  /** The bank refused: the person is asked to put the account right, and the case can be paid again. */
  async refused(told: Told, reason: string): Promise<void> {
    await this.#follow(told, { event: 'refuse-payment', reason, changes: { paymentId: null } }, async (tx, { row }) => {
      const ordinal = (await tx.countBy(CaseNotice, { caseId: row.id })) + 1;
      const items = accountQuestions.map((question) => ({
        material: null,
        question,
        reason: question === 'bankCard' ? `银行退回：${reason}` : '请一起核对。',
      }));
      await tx.insert(CaseNotice, {
        caseId: row.id,
        ordinal,
        at: this.clock.now().toISOString(),
        officerId: told.officerId,
        about: 'account',
        sealedItems: this.vault.seal(noticePlace(row.id, ordinal), JSON.stringify(items)),
        sealedSupervisorReason: null,
      });
    });
  }

  async #follow(
    { caseId, paymentId, officerId, mark }: Told,
    move: Pick<Move, 'event' | 'reason' | 'changes' | 'details'>,
    besides?: (tx: EntityManager, subject: CaseSubject) => Promise<void>,
  ): Promise<void> {
    const row = await this.database.read.findOneByOrFail(Case, { id: caseId, paymentId });
    const subject = await this.subjects.load(this.database.read, row);
    const facts = this.subjects.facts(subject, await this.subjects.platformForMove(subject));
    await this.database.transaction(async (tx) => {
      if (!(await mark(tx))) return;
      await besides?.(tx, subject);
      const badge = await this.officers.badge(tx, officerId);
      await this.transitions.walk(tx, subject, {
        ...move,
        actor: { kind: 'officer', id: officerId, onBehalfOf: null, shown: `经办人员 ${badge}` },
        as: ['payer'],
        facts,
      });
    });
    await this.outbox.deliverFor(caseId, 'platform');
    await this.documents.render(caseId);
  }

  async #payables(reader: EntityManager, officer: OfficerCaller, rows: readonly Case[]): Promise<readonly Payable[]> {
    const caseId = In(rows.map(({ id }) => id));
    const duties = await reader.findBy(CaseDuty, { caseId, officerId: officer.officerId });
    const idIndex = await this.officers.idIndex(reader, officer.officerId);
    const payables: Payable[] = [];
    for (const row of rows) {
      const amount = this.content.settlement(row)?.approved ?? null;
      const payee = payeeOf(this.content.form(row));
      const own = duties.filter((duty) => duty.caseId === row.id).map(({ duty }) => duty);
      payables.push({
        id: row.id,
        number: row.number ?? '',
        version: row.version,
        itemName: this.catalogue.rulesOf(row).item.name,
        amount: amount ?? 0,
        payee,
        dueAt: row.dueAt,
        obstacle: await this.#obstacle(reader, officer, row, { amount, payee, own, idIndex }),
      });
    }
    return payables;
  }

  async #obstacle(
    reader: EntityManager,
    { officerId }: OfficerCaller,
    row: Case,
    known: { amount: number | null; payee: Payee | null; own: readonly string[]; idIndex: string | null },
  ): Promise<string | null> {
    if (row.paymentId !== null) return '已经在另一个批次里。';
    if (known.amount === null) return '还没有核定金额，请退回审核。';
    if (known.payee === null) return '收款的户名或账号银行不会收，请退回审核，让申请人改。';
    if (isBarred('payment', known.own)) return '您审核过这个办件，要由别人拨付。';
    const holder = this.access.holder(row);
    if (holder !== null && holder !== officerId) return '同事正在办理。';
    if (known.idIndex !== null && (await this.people.anyIs(reader, [row.personId, row.applicantId], known.idIndex)))
      return '这是您本人的办件，要由别人拨付。';
    if (!(await this.#deedsAreDone(reader, row))) return '医保平台还没有登记好，等登记好再拨付。';
    return null;
  }

  /** Money is not paid out before the platform has taken what it must know of first. */
  async #deedsAreDone(reader: EntityManager, row: Case): Promise<boolean> {
    const { id } = row;
    const first = this.catalogue.rulesOf(row).item.upstream.filter(({ on }) => on === 'payment');
    if (first.length === 0) return true;
    return this.outbox.isDone(
      reader,
      id,
      first.map(({ operation }) => `${id}:${operation}`),
    );
  }
}

/** A result of the bank that the case has not followed yet. */
export interface Told {
  readonly caseId: string;
  readonly paymentId: string;
  /** Who imported the result. */
  readonly officerId: string;
  /** Writes that the case follows now, in its transaction; false when it did already. */
  readonly mark: (tx: EntityManager) => Promise<boolean>;
}
