import { Injectable } from '@nestjs/common';
import type { CaseView, CheckResult } from '@yiban/shared-types/cases';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import type { CitizenCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { Outbox } from '../outbox/outbox.js';
import { maskName } from '../people/masking.js';
import { problem } from '../problems/problem.js';
import { CaseAccess } from './case-access.service.js';
import { CaseContent } from './case-content.js';
import { CaseEffects } from './case-effects.js';
import { system, type Actor } from './case-history.js';
import { CaseSubjects, type CaseSubject } from './case-subject.js';
import { CaseTransitions } from './case-transitions.js';
import { CaseViews } from './case-view.js';
import { Case } from './case.entity.js';
import { limitDays } from './deadlines.js';
import { DocumentsService } from '../documents/documents.service.js';
import { ImmediateDecisions } from './immediate-decisions.js';
import { correctsAccount } from './payee.js';

/** Submitting, supplementing, withdrawing: what an applicant does to a case as a whole. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly access: CaseAccess,
    private readonly subjects: CaseSubjects,
    private readonly transitions: CaseTransitions,
    private readonly effects: CaseEffects,
    private readonly outbox: Outbox,
    private readonly content: CaseContent,
    private readonly views: CaseViews,
    private readonly decisions: ImmediateDecisions,
    private readonly documents: DocumentsService,
    private readonly clock: Clock,
  ) {}

  /** The pre-check: everything that would be missing or wrong, without submitting. */
  async check(caller: CitizenCaller, caseId: string): Promise<CheckResult> {
    const row = await this.access.own(caller.personId, caseId, 'check');
    const subject = await this.subjects.load(this.database.read, row);
    return this.subjects.check(this.database.read, subject, await this.subjects.platformForApplicant(subject));
  }

  /**
   * Submits a draft. With every rule of an immediate item met it is accepted, sent upstream and closed in this request;
   * else it goes to an officer, with the unmet rules listed. Throws `case-incomplete` with all faults, `receipt-used`.
   */
  async submit(caller: CitizenCaller, key: string, caseId: string, version: number): Promise<CaseView> {
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: `submit ${caseId}`, body: { version }, reference: caseId },
      async () => {
        const row = await this.#current(caller, caseId, version, 'submit');
        const subject = await this.subjects.load(this.database.read, row);
        const platform = await this.subjects.platformForApplicant(subject);
        const checked = await this.subjects.check(this.database.read, subject, platform);
        if (!checked.ready) throw problem('case-incomplete', { errors: checked.errors });
        const before = this.subjects.facts(subject, platform);
        const { immediate, settlement, certificate, unmet } = await this.decisions.prepare(subject, checked, before);
        const facts = this.subjects.facts({ ...subject, settlement }, platform);
        const submittedAt = this.clock.now();
        return async (tx) => {
          const submitted = await this.transitions.walk(tx, subject, {
            event: 'submit',
            actor: actorOf(subject, caller),
            as: ['applicant'],
            facts,
            files: true,
            changes: {
              draftKey: null,
              submittedAt: submittedAt.toISOString(),
              limitDays: limitDays(subject.item.timeLimit, subject.item.statutoryLimit, facts, immediate),
              unmetRules: JSON.stringify(unmet),
              ...(settlement === null ? {} : { sealedSettlement: this.content.sealSettlement(caseId, settlement) }),
            },
          });
          if (immediate) {
            const settled = { ...submitted, settlement };
            const accepted = await this.transitions.walk(tx, settled, {
              event: 'accept',
              actor: system,
              as: ['system'],
              facts,
            });
            const sent = await this.effects.sendForGrant(tx, accepted, facts);
            if (sent === 0)
              await this.transitions.walk(tx, accepted, {
                event: 'grant',
                actor: system,
                as: ['system'],
                facts,
                ...(certificate === null ? {} : { details: { certificate } }),
              });
          }
          return caseId;
        };
      },
      async (id) => {
        await this.outbox.deliverFor(id, 'platform');
        await this.documents.render(id);
        return this.#answer(caller, id);
      },
    );
  }

  /** Hands in what the one-time notice asked for. */
  async supplement(caller: CitizenCaller, key: string, caseId: string, version: number): Promise<CaseView> {
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: `supplement ${caseId}`, body: { version }, reference: caseId },
      async () => {
        const row = await this.#current(caller, caseId, version, 'supplement');
        const subject = await this.subjects.load(this.database.read, row);
        const platform = await this.subjects.platformForApplicant(subject);
        const checked = await this.subjects.check(this.database.read, subject, platform);
        if (!checked.ready) throw problem('case-incomplete', { errors: checked.errors });
        const facts = this.subjects.facts(subject, platform);
        return async (tx) => {
          await this.transitions.walk(tx, subject, {
            event: 'supplement',
            actor: actorOf(subject, caller),
            as: ['applicant'],
            facts,
          });
          return caseId;
        };
      },
      (id) => this.#answer(caller, id),
    );
  }

  /** Takes a case back while no decision stands. */
  async withdraw(
    caller: CitizenCaller,
    key: string,
    caseId: string,
    version: number,
    reason: string,
  ): Promise<CaseView> {
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: `withdraw ${caseId}`, body: { version, reason }, reference: caseId },
      async () => {
        const row = await this.#current(caller, caseId, version, 'withdraw');
        // The decision stands; only the account is put right.
        if (correctsAccount(row)) throw problem('transition-not-allowed');
        const subject = await this.subjects.load(this.database.read, row);
        return async (tx) => {
          const facts = this.subjects.facts(subject, null);
          await this.transitions.walk(tx, subject, {
            event: 'withdraw',
            actor: actorOf(subject, caller),
            as: ['applicant'],
            facts,
            reason,
          });
          return caseId;
        };
      },
      (id) => this.#answer(caller, id),
    );
  }

  async #current(
    caller: CitizenCaller,
    caseId: string,
    version: number,
    deed: 'submit' | 'supplement' | 'withdraw',
  ): Promise<Case> {
    const row = await this.access.own(caller.personId, caseId, deed);
    if (row.version !== version) throw problem('stale-case', { currentVersion: row.version });
    const from = { submit: 'draft', supplement: 'supplement', withdraw: row.status } as const;
    if (row.status !== from[deed]) throw problem('transition-not-allowed');
    return row;
  }

  async #answer(caller: CitizenCaller, id: string): Promise<CaseView> {
    return this.views.view(this.database.read, await this.database.read.findOneByOrFail(Case, { id }), caller.personId);
  }
}

/** Who acts: the person, their proxy, a unit's handler. A proxy's deeds stand under both names. */
export function actorOf({ row, applicant, person }: CaseSubject, { personId }: CitizenCaller): Actor {
  if (row.unitIndex !== null)
    return {
      kind: 'person',
      id: row.applicantId,
      onBehalfOf: null,
      shown: `单位经办人 ${applicant.data.name.slice(0, 1)}*`,
    };
  return personId === row.personId
    ? { kind: 'person', id: personId, onBehalfOf: null, shown: '本人' }
    : {
        kind: 'proxy',
        id: row.applicantId,
        onBehalfOf: row.personId,
        shown: `代办人 ${maskName(applicant.data.name)}（为${maskName(person.data.name)}办理）`,
      };
}
