import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { problem } from '../problems/problem.js';
import { UnitsService } from '../units/units.service.js';
import { Case } from './case.entity.js';

/** The access check that every deed of a citizen begins with. */
@Injectable()
export class CaseAccess {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
  ) {}

  /** The case, when it is about the person or filed by them. Another person's case is not there. */
  async own(personId: string, caseId: string): Promise<Case> {
    const row = await this.database.read.findOneBy(Case, { id: caseId });
    if (row === null || (row.personId !== personId && row.applicantId !== personId)) throw problem('case-not-found');
    return row;
  }

  /** The same for looking at it only: besides, a filed case of a unit is seen by the unit's checked handlers. */
  async seen(personId: string, caseId: string): Promise<Case> {
    const row = await this.database.read.findOneBy(Case, { id: caseId });
    if (row !== null && (row.personId === personId || row.applicantId === personId)) return row;
    if (row === null || row.unitIndex === null || row.status === 'draft') throw problem('case-not-found');
    const units = await this.units.seenBy(personId);
    if (!units.some(({ unitIndex, region }) => unitIndex === row.unitIndex && region === row.region))
      throw problem('case-not-found');
    return row;
  }
}
