import { Injectable } from '@nestjs/common';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { NoticeItem } from '@yiban/shared-types/cases';
import { IsNull, type EntityManager } from 'typeorm';
import { CaseContent } from '../case-content.js';
import { CaseDuty } from '../case-duty.entity.js';
import type { Actor } from '../case-history.js';
import { CaseNotice } from '../case-notice.entity.js';
import { CaseSubjects } from '../case-subject.js';
import { CaseTransitions, type Move } from '../case-transitions.js';
import { noticePlace } from '../case-view.js';
import { Case } from '../case.entity.js';
import type { CaseEvent } from '../transitions.js';
import type { RegionItem } from '../../catalogue/layering.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock } from '../../clock.js';
import { Vault } from '../../crypto/vault.js';
import { Database } from '../../database/database.js';
import type { OfficerCaller } from '../../http/caller.js';
import { Idempotency } from '../../idempotency/idempotency.js';
import { Outbox } from '../../outbox/outbox.js';
import { problem } from '../../problems/problem.js';
import { DocumentsService } from '../../documents/documents.service.js';
import { CertificatesService } from '../certificates.service.js';
import { flowOf, nextStatus } from '../flow.js';
import { CaseLegs } from '../legs/case-legs.js';
import { TransferWatch } from '../legs/transfer-watch.js';
import { settlementCategories } from '../readings.js';
import { CaseStages } from '../stages/case-stages.js';
import { GrantAuthority } from '../../grants/grant-authority.service.js';
import { UnitsService } from '../../units/units.service.js';
import { isSeparate } from './duties.js';
import { OfficeAccess } from './office-access.js';
import { OfficeReader } from './office-reader.service.js';
import { OfficersService } from '../../agency/officers.service.js';
import { settlementOf, type GivenLine } from './settlements.js';

export interface Keyed {
  readonly key: string;
  readonly caseId: string;
  readonly version: number;
}

interface Deed {
  readonly event: CaseEvent;
  readonly reason?: string;
  /** One of the duties that different officers must do. */
  readonly separate?: boolean;
  /** Everything that was asked, so that the same key with another body is seen. */
  readonly asked?: object;
  /** What the deed needs besides, checked and written in its transaction. */
  readonly prepare?: (
    tx: EntityManager,
    row: Case,
    facts: object,
  ) => Promise<Partial<Pick<Move, 'changes' | 'details'>>>;
  /** Something may go upstream, or be read from it: the deed needs live facts. */
  readonly live?: boolean;
}

/** What officers decide. Each deed: may they see it, are they uninvolved, is it theirs, then one passing of the table. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly access: OfficeAccess,
    private readonly subjects: CaseSubjects,
    private readonly transitions: CaseTransitions,
    private readonly content: CaseContent,
    private readonly catalogue: CatalogueService,
    private readonly outbox: Outbox,
    private readonly certificates: CertificatesService,
    private readonly documents: DocumentsService,
    private readonly legs: CaseLegs,
    private readonly stages: CaseStages,
    private readonly units: UnitsService,
    private readonly grants: GrantAuthority,
    private readonly transferWatch: TransferWatch,
    private readonly reader: OfficeReader,
    private readonly officers: OfficersService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** `grantChecked`: the papers on which a proxy acts were looked at, and are in order. Throws `grant-unchecked`. */
  accept(officer: OfficerCaller, keyed: Keyed, grantChecked: boolean): Promise<OfficerCaseView> {
    return this.#decide(officer, keyed, {
      event: 'accept',
      live: true,
      asked: { grantChecked },
      prepare: async (tx, { unitHandlerId, grantId }) => {
        if (grantId !== null) await this.grants.accept(tx, grantId, officer.officerId, grantChecked);
        if (unitHandlerId !== null) await this.units.confirm(tx, unitHandlerId, officer.officerId);
        return {};
      },
    });
  }

  decline(officer: OfficerCaller, keyed: Keyed, reason: string): Promise<OfficerCaseView> {
    return this.#decide(officer, keyed, {
      event: 'decline',
      reason,
      prepare: async (tx, row) => {
        if (row.unitHandlerId !== null) await this.units.refuse(tx, row.unitHandlerId, officer.officerId);
        return this.#refusal(row, reason);
      },
    });
  }

  /** The papers on which a proxy acts are not in order: the grant ends, the case is declined or waits for another. */
  refuseGrant(
    officer: OfficerCaller,
    keyed: Keyed,
    reason: string,
    outcome: 'decline' | 'supplement',
  ): Promise<OfficerCaseView> {
    const said = `代办的材料没有通过核对：${reason}`;
    const items = [{ material: null, question: null, reason: `${said}请本人签署委托，或者由本人接着办。` }];
    return this.#decide(officer, keyed, {
      event: outcome === 'decline' ? 'decline' : 'ask-supplement',
      reason: said,
      asked: { refuseGrant: reason, outcome },
      prepare: async (tx, row) => {
        if (row.grantId === null) throw problem('transition-not-allowed');
        await this.grants.refusePapers(tx, row.grantId, officer.officerId, reason);
        if (outcome === 'decline') return this.#refusal(row, said);
        return this.#notice(tx, row, officer, items, null);
      },
    });
  }

  reject(officer: OfficerCaller, keyed: Keyed, reason: string): Promise<OfficerCaseView> {
    return this.#decide(officer, keyed, {
      event: 'reject',
      reason,
      separate: true,
      prepare: async (_, row) => this.#refusal(row, reason),
    });
  }

  sendBack(officer: OfficerCaller, keyed: Keyed, reason: string): Promise<OfficerCaseView> {
    return this.#decide(officer, keyed, {
      event: 'send-back',
      reason,
      separate: true,
      prepare: async (_, { paymentId }) => {
        if (paymentId !== null) throw problem('payment-under-way');
        return {};
      },
    });
  }

  /** The one-time notice. Throws `supervisor-required` for a second one without a supervisor's reason. */
  askSupplement(
    officer: OfficerCaller,
    keyed: Keyed,
    items: readonly NoticeItem[],
    supervisorReason: string | null,
  ): Promise<OfficerCaseView> {
    if (items.length === 0) throw problem('reason-required');
    return this.#decide(officer, keyed, {
      event: 'ask-supplement',
      separate: true,
      reason: items.map(({ reason }) => reason).join('；'),
      asked: { items, supervisorReason },
      prepare: (tx, row) => this.#notice(tx, row, officer, items, supervisorReason),
    });
  }

  /** Passes the review the case is in; the first reviewer settles the amounts. Throws `settlement-invalid`. */
  pass(
    officer: OfficerCaller,
    keyed: Keyed,
    lines: readonly GivenLine[] | undefined,
    remark: string | undefined,
  ): Promise<OfficerCaseView> {
    return this.#decide(officer, keyed, {
      event: 'pass',
      separate: true,
      asked: { lines, remark },
      live: true,
      ...(remark === undefined ? {} : { reason: remark }),
      prepare: async (tx, row, facts) => {
        await this.stages.requirePassable(tx, row, this.catalogue.rulesOf(row).item);
        await this.#recordDuty(tx, row, officer);
        return { changes: this.#settled(row, lines, facts) };
      },
    });
  }

  /** Takes the case for oneself; an accepted case thereby comes into review. */
  async claim(officer: OfficerCaller, caseId: string): Promise<OfficerCaseView> {
    const row = await this.access.visible(this.database.read, officer, caseId, 'case.claim');
    this.access.requireUnclaimed(officer, row);
    await this.access.requireUninvolved(this.database.read, officer, row);
    if ((await this.reader.actions(officer, row)).length === 0) throw problem('transition-not-allowed');
    const subject = await this.subjects.load(this.database.read, row);
    const claim = {
      claimedBy: officer.officerId,
      claimedAt: this.clock.now().toISOString(),
      handedUntil: row.claimedBy === officer.officerId ? row.handedUntil : null,
    };
    await this.database.transaction(async (tx) => {
      if (row.status === 'accepted' && officer.roles.includes('first-reviewer') && !this.reader.isBeingGranted(row)) {
        await this.transitions.walk(tx, subject, {
          event: 'begin-review',
          actor: await this.#actor(tx, officer),
          as: officer.roles,
          facts: this.subjects.facts(subject, null),
          changes: claim,
        });
        return;
      }
      // Compare-and-set of the holder: of two officers who saw it free, one gets it.
      const seen = { claimedBy: row.claimedBy ?? IsNull(), claimedAt: row.claimedAt ?? IsNull() };
      const claimed = await tx.update(Case, { id: caseId, version: row.version, ...seen }, claim);
      if (claimed.affected === 1) return;
      const current = await tx.findOneByOrFail(Case, { id: caseId });
      this.access.requireUnclaimed(officer, current);
      throw problem('stale-case', { currentVersion: current.version });
    });
    return this.reader.one(officer, caseId);
  }

  async release(officer: OfficerCaller, caseId: string): Promise<void> {
    await this.access.visible(this.database.read, officer, caseId, 'case.release');
    await this.database.transaction((tx) =>
      tx.update(Case, { id: caseId, claimedBy: officer.officerId }, { claimedBy: null, claimedAt: null }),
    );
  }

  #decide(
    officer: OfficerCaller,
    { key, caseId, version }: Keyed,
    { event, reason, asked, separate = false, live = false, prepare }: Deed,
  ): Promise<OfficerCaseView> {
    return this.idempotency.run(
      { callerId: officer.officerId, key, deed: `${event} ${caseId}`, body: { version, reason, asked } },
      async () => {
        const row = await this.access.visible(this.database.read, officer, caseId, `case.${event}`);
        if (row.version !== version) throw problem('stale-case', { currentVersion: row.version });
        this.access.requireUnclaimed(officer, row);
        await this.access.requireUninvolved(this.database.read, officer, row);
        const subject = await this.subjects.load(this.database.read, row);
        const platform = live ? await this.subjects.platformForMove(subject) : null;
        const closing = event === 'pass' && nextStatus(flowOf(subject.item), row.status) === 'closed';
        const certificate =
          closing && subject.item.issues !== undefined ? await this.certificates.facts(subject.person) : undefined;
        if (closing) await this.transferWatch.look(caseId);
        return async (tx) => {
          if (closing) await this.legs.requireReadyToClose(tx, caseId);
          if (separate) await this.access.requireSeparate(tx, officer, row);
          const { changes, details } = (await prepare?.(tx, row, this.subjects.facts(subject, platform))) ?? {};
          const settled =
            changes?.sealedSettlement === undefined
              ? subject
              : {
                  ...subject,
                  settlement: this.content.settlement({ id: caseId, sealedSettlement: changes.sealedSettlement }),
                };
          await this.transitions.walk(tx, settled, {
            event,
            actor: await this.#actor(tx, officer),
            as: officer.roles,
            facts: this.subjects.facts(settled, platform),
            changes: { claimedBy: null, claimedAt: null, ...changes },
            details: { ...details, ...(certificate === undefined ? {} : { certificate }) },
            ...(reason === undefined ? {} : { reason }),
          });
          return caseId;
        };
      },
      async (id) => {
        await this.outbox.deliverFor(id, 'platform');
        await this.documents.render(id);
        return this.reader.one(officer, id);
      },
    );
  }

  /** The amounts: settled by the first review, and by the second where feedback was asked; else as they stand. */
  #settled(row: Case, lines: readonly GivenLine[] | undefined, facts: object): Partial<Case> {
    const item = this.catalogue.rulesOf(row).item;
    const categories = settlementCategories(item, facts);
    // After the feedback the second review makes the final result: as it stands, or settled anew.
    const anew = row.status === 'second-review' && item.feedback !== undefined && lines !== undefined;
    if (categories.length === 0 || (row.status !== 'first-review' && !anew)) {
      if (categories.length > 0 && row.sealedSettlement === null) throw problem('settlement-invalid');
      return {};
    }
    return { sealedSettlement: this.content.sealSettlement(row.id, settlementOf(categories, lines ?? [])) };
  }

  async #notice(
    tx: EntityManager,
    row: Case,
    officer: OfficerCaller,
    items: readonly NoticeItem[],
    supervisorReason: string | null,
  ): Promise<Pick<Move, 'details'>> {
    const { id } = row;
    requireKnown(items, this.catalogue.rulesOf(row).item);
    const ordinal = (await tx.countBy(CaseNotice, { caseId: id })) + 1;
    const again = await tx.existsBy(CaseNotice, { caseId: id, about: 'case' });
    if (again && (supervisorReason === null || !officer.roles.includes('supervisor')))
      throw problem('supervisor-required');
    await tx.insert(CaseNotice, {
      caseId: id,
      ordinal,
      at: this.clock.now().toISOString(),
      officerId: officer.officerId,
      about: 'case',
      sealedItems: this.vault.seal(noticePlace(id, ordinal), JSON.stringify(items)),
      sealedSupervisorReason:
        supervisorReason === null ? null : this.vault.seal(`${noticePlace(id, ordinal)}:supervisor`, supervisorReason),
    });
    return { details: { notice: items } };
  }

  #refusal(row: Case, reason: string): { changes: Partial<Case> } {
    return { changes: { sealedReason: this.content.sealReason(row.id, reason) } };
  }

  /** A review that was sent back and done again is the last officer's. */
  async #recordDuty(tx: EntityManager, { id, status }: Case, { officerId }: OfficerCaller): Promise<void> {
    if (!isSeparate(status)) return;
    await tx.delete(CaseDuty, { caseId: id, duty: status });
    await tx.insert(CaseDuty, { caseId: id, duty: status, officerId, at: this.clock.now().toISOString() });
  }

  async #actor(tx: EntityManager, { officerId }: OfficerCaller): Promise<Actor> {
    const badge = await this.officers.badge(tx, officerId);
    return { kind: 'officer', id: officerId, onBehalfOf: null, shown: `经办人员 ${badge}` };
  }
}

/** Throws `unknown-material` or `unknown-question` for a line about something that the item has not. */
function requireKnown(lines: readonly NoticeItem[], { materials, questions }: RegionItem): void {
  for (const { material, question } of lines) {
    if (material !== null && !materials.some(({ id }) => id === material)) throw problem('unknown-material');
    if (question !== null && !questions.some(({ id }) => id === question)) throw problem('unknown-question');
  }
}
