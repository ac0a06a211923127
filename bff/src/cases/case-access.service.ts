import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { problem } from '../problems/problem.js';
import { Case } from './case.entity.js';

/** The access check that every deed of a citizen begins with. */
@Injectable()
export class CaseAccess {
  constructor(private readonly database: Database) {}

  /** The case, when it is about the person or filed by them. Another person's case is not there. */
  async own(personId: string, caseId: string): Promise<Case> {
    const row = await this.database.read.findOneBy(Case, { id: caseId });
    if (row === null || (row.personId !== personId && row.applicantId !== personId)) throw problem('case-not-found');
    return row;
  }
}
