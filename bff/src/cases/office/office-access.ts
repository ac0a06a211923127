import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseDuty } from '../case-duty.entity.js';
import { Case } from '../case.entity.js';
import { Clock } from '../../clock.js';
import type { OfficerCaller } from '../../http/caller.js';
import { PeopleService } from '../../people/people.service.js';
import { problem } from '../../problems/problem.js';
import { isBarred } from './duties.js';
import { OfficersService } from '../../agency/officers.service.js';

/** A claim nobody worked on for so long is free again. */
export const claimMs = 30 * 60_000;

/** The checks that every deed of an officer begins with (domain.md, rule 8). */
@Injectable()
export class OfficeAccess {
  constructor(
    private readonly officers: OfficersService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** The case, when it is of the officer's region and was submitted. Another region's case is not there. */
  async visible(reader: EntityManager, officer: OfficerCaller, caseId: string): Promise<Case> {
    const row = await reader.findOneBy(Case, { id: caseId, region: officer.region });
    if (row === null || row.status === 'draft') throw problem('case-not-found');
    return row;
  }

  /** Throws `own-case` when the officer is the applicant, the proxy or the patient. */
  async requireUninvolved(reader: EntityManager, { officerId }: OfficerCaller, row: Case): Promise<void> {
    const idIndex = await this.officers.idIndex(reader, officerId);
    if (idIndex === null) return;
    if (await this.people.anyIs(reader, [row.personId, row.applicantId], idIndex)) throw problem('own-case');
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
