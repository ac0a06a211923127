import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { Database } from '../database/database.js';
import { GrantAuthority } from '../grants/grant-authority.service.js';
import type { CitizenCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';
import { UnitsService } from '../units/units.service.js';
import { Case } from './case.entity.js';

/**
 * The access check that every deed of a citizen begins with. A case is the person's whom it is about, once it is filed,
 * and the proxy's who files it, while their grant lets them (domain.md, rule 6). A draft is of who writes it.
 */
@Injectable()
export class CaseAccess {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly grants: GrantAuthority,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The case, to act on. Another person's case is not there. `deed`: `case.save`, `case.submit` …; a proxy's stands in
   * the audit trail under both names before it is done. Throws `case-not-found`, `grant-not-valid`.
   */
  async own(personId: string, caseId: string, deed: string): Promise<Case> {
    const row = await this.#related(personId, caseId);
    if (row.applicantId !== personId || row.personId === personId) return row;
    await this.#record(row, `case.${deed}`);
    await this.grants.toGoOn(this.database.read, row);
    return row;
  }

  /** One's own draft, to throw away: what one wrote oneself goes without a grant. */
  async draft(personId: string, caseId: string): Promise<Case> {
    const row = await this.#related(personId, caseId);
    if (row.status !== 'draft') throw problem('transition-not-allowed');
    if (row.personId !== personId) await this.#record(row, 'case.discard');
    return row;
  }

  /**
   * Inside the transaction of a deed: what the proxy may no longer do is not done. Gives the grant that the deed is done
   * under; null for what people do for themselves.
   */
  async hold(tx: EntityManager, actorId: string | null, row: Case): Promise<string | null> {
    return actorId !== row.applicantId || row.applicantId === row.personId ? null : this.grants.hold(tx, row);
  }

  /** For looking at it only: besides, a filed case of a unit is seen by the unit's checked handlers. */
  async seen(personId: string, caseId: string): Promise<Case> {
    const row = await this.database.read.findOneBy(Case, { id: caseId });
    if (row !== null && (await this.#isRelated(personId, row))) {
      if (row.personId !== personId) await this.#record(row, 'case.read');
      return row;
    }
    if (row === null || row.unitIndex === null || row.status === 'draft') throw problem('case-not-found');
    const units = await this.units.seenBy(personId);
    if (!units.some(({ unitIndex, region }) => unitIndex === row.unitIndex && region === row.region))
      throw problem('case-not-found');
    return row;
  }

  /** Live data of whom the case is about may be shown to the caller. Throws `grant-unchecked` before papers were checked. */
  async aboutWhom({ personId }: CitizenCaller, caseId: string): Promise<string> {
    const row = await this.own(personId, caseId, 'registrations');
    const grant = await this.grants.ofCase(this.database.read, row);
    if (grant?.confirmed === false && row.personId !== personId) throw problem('grant-unchecked');
    return row.personId;
  }

  async #related(personId: string, caseId: string): Promise<Case> {
    const row = await this.database.read.findOneBy(Case, { id: caseId });
    if (row === null || !(await this.#isRelated(personId, row))) throw problem('case-not-found');
    return row;
  }

  async #isRelated(personId: string, row: Case): Promise<boolean> {
    if (row.applicantId === personId) return row.personId === personId || this.grants.maySee(row);
    return row.personId === personId && row.status !== 'draft';
  }

  async #record(row: Case, deed: string): Promise<void> {
    await this.audit.record({
      chain: 'people',
      actor: 'proxy',
      actorId: row.applicantId,
      onBehalfOf: row.personId,
      deed,
      caseId: row.id,
      personId: row.personId,
    });
  }
}
