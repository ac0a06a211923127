import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Database } from '../database/database.js';
import { Case } from './case.entity.js';
import { finalStatuses } from './transitions.js';

/** How many people a change of the rules would come across. */
@Injectable()
export class CasesInHandService {
  constructor(private readonly database: Database) {}

  /** Of these items, or of all where it is null. */
  async count(
    region: string,
    items: readonly string[] | null,
  ): Promise<{ readonly drafts: number; readonly openCases: number }> {
    const which = { region, ...(items === null ? {} : { item: In([...items]) }) };
    const [drafts, openCases] = await Promise.all([
      this.database.read.countBy(Case, { ...which, status: 'draft' }),
      this.database.read.countBy(Case, { ...which, status: Not(In(['draft', ...finalStatuses])) }),
    ]);
    return { drafts, openCases };
  }
}
