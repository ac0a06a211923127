import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { CaseDuty } from '../cases/case-duty.entity.js';
import { Case } from '../cases/case.entity.js';
import { Clock } from '../clock.js';
import type { OfficerCaller } from '../http/caller.js';
import { Person } from '../people/person.entity.js';
import { problem } from '../problems/problem.js';
import { isBarred } from './duties.js';
import { Officer } from './officer.entity.js';

/** A claim nobody worked on for so long is free again. */
export const claimMs = 30 * 60_000;

/** The checks that every deed of an officer begins with (domain.md, rule 8). */
@Injectable()
export class OfficeAccess {
  constructor(private readonly clock: Clock) {}

  /** The case, when it is of the officer's region and was submitted. Another region's case is not there. */
  async visible(reader: EntityManager, officer: OfficerCaller, caseId: string): Promise<Case> {
    const row = await reader.findOneBy(Case, { id: caseId, region: officer.region });
    if (row === null || row.status === 'draft') throw problem('case-not-found');
    return row;
  }

  /** Throws `own-case` when the officer is the applicant, the proxy or the patient. */
  async requireUninvolved(reader: EntityManager, { officerId }: OfficerCaller, row: Case): Promise<void> {
    const officer = await reader.findOneByOrFail(Officer, { id: officerId });
    if (officer.idIndex === null) return;
    if (await reader.existsBy(Person, { id: In([row.personId, row.applicantId]), idIndex: officer.idIndex }))
      throw problem('own-case');
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

  /** Who holds the case now. */
  holder({ claimedBy, claimedAt }: Case): string | null {
    const since = new Date(this.clock.now().getTime() - claimMs).toISOString();
    return claimedBy !== null && claimedAt !== null && claimedAt > since ? claimedBy : null;
  }
}
