import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseDuty } from '../case-duty.entity.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { CaseContent } from '../case-content.js';
import { Case } from '../case.entity.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock } from '../../clock.js';
import type { OfficerCaller } from '../../http/caller.js';
import { PeopleService } from '../../people/people.service.js';
import { problem } from '../../problems/problem.js';
import { claimMs, isBarred } from './duties.js';
import { OfficersService } from '../../agency/officers.service.js';

/** psn_cert_type of an ID card. */
const idCard = '01';

/** The checks that every deed of an officer begins with (domain.md, rule 8). */
@Injectable()
export class OfficeAccess {
  constructor(
    private readonly officers: OfficersService,
    private readonly people: PeopleService,
    private readonly catalogue: CatalogueService,
    private readonly content: CaseContent,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The case, when it is of the officer's region and was submitted. Another region's case is not there. The access is in
   * the audit trail before it is had, a refused one too. `deed`: `case.read`, `case.pay` …
   */
  async visible(reader: EntityManager, officer: OfficerCaller, caseId: string, deed: string): Promise<Case> {
    const row = await reader.findOneBy(Case, { id: caseId, region: officer.region });
    if (row === null || row.status === 'draft') {
      await this.audit.recordOfficer(officer, { deed: `${deed}.refused`, detail: [asId(caseId)] });
      throw problem('case-not-found');
    }
    await this.audit.recordOfficer(officer, { deed, caseId, personId: row.personId });
    return row;
  }

  /** An officer asks the platform about a person; who it is stands in the trail as a keyed hash. */
  async looksUp(officer: OfficerCaller, idIndex: string): Promise<void> {
    await this.audit.recordOfficer(officer, { deed: 'person.look-up', detail: [idIndex] });
  }

  /** Cases of which an officer sees a line each: masked names, due dates. */
  async listed(officer: OfficerCaller, rows: readonly Case[]): Promise<void> {
    await this.audit.recordOfficer(officer, { deed: 'queue.read', detail: rows.map(({ id }) => id) });
  }

  /** Cases of which an officer reads what the person complains of: each stands in the trail as read. */
  async complaintsRead(officer: OfficerCaller, rows: readonly Case[]): Promise<void> {
    const deed = 'rectification.read';
    await Promise.all(
      rows.map(async ({ id, personId }) => this.audit.recordOfficer(officer, { deed, caseId: id, personId })),
    );
  }

  /** Throws `own-case` when the officer is the applicant, the proxy, the patient, or whom the form names besides. */
  async requireUninvolved(reader: EntityManager, { officerId }: OfficerCaller, row: Case): Promise<void> {
    if (await this.isInvolved(reader, { officerId }, row)) throw problem('own-case');
  }

  /** Whether the officer is the applicant, the proxy or the patient. */
  async isInvolved(
    reader: EntityManager,
    { officerId }: Pick<OfficerCaller, 'officerId'>,
    row: Case,
  ): Promise<boolean> {
    const idIndex = await this.officers.idIndex(reader, officerId);
    if (idIndex === null) return false;
    if (await this.people.anyIs(reader, [row.personId, row.applicantId], idIndex)) return true;
    const { concerns } = this.catalogue.rulesOf(row).item;
    const named = concerns === undefined ? undefined : this.content.form(row)[concerns.idNo];
    return typeof named === 'string' && this.people.idIndex(idCard, named) === idIndex;
  }

  /** Throws `same-officer` when the officer had another of the separate duties on the case. */
  async requireSeparate(reader: EntityManager, { officerId }: OfficerCaller, row: Case): Promise<void> {
    const own = await reader.findBy(CaseDuty, { caseId: row.id, officerId });
    const ownDuties = own.map(({ duty }) => duty);
    if (isBarred(row.status, ownDuties)) throw problem('same-officer');
  }

  /** Throws `claimed-by-other` while a colleague holds the case. */
  requireUnclaimed({ officerId }: OfficerCaller, row: Case): void {
    if (this.holder(row) !== null && row.claimedBy !== officerId) throw problem('claimed-by-other');
  }

  /** Who holds the case now: by a fresh claim, or because a supervisor handed it to them. */
  holder({ claimedBy, claimedAt, handedUntil }: Case): string | null {
    const now = this.clock.now();
    if (claimedBy !== null && handedUntil !== null && handedUntil > now.toISOString()) return claimedBy;
    const since = new Date(now.getTime() - claimMs).toISOString();
    return claimedBy !== null && claimedAt !== null && claimedAt > since ? claimedBy : null;
  }
}

/** What was asked for, when it has the shape of an id: nothing else comes into the trail. */
function asId(text: string): string {
  return /^[0-9a-f-]{36}$/.test(text) ? text : 'no id';
}
