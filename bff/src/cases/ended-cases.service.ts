import { Injectable } from '@nestjs/common';
import type { CaseOutcome } from '@yiban/shared-types/cases';
import { In, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { Case } from './case.entity.js';

/** Cases of one region and outcome that ended before an instant. */
export interface EndedCases {
  readonly region: string;
  readonly items: readonly string[];
  readonly outcome: NonNullable<CaseOutcome>;
  readonly endedBefore: string;
}

export type EndedCase = Case & { readonly closedAt: string };

/** Cases that are over, as whoever keeps the records looks at them. */
@Injectable()
export class EndedCasesService {
  constructor(private readonly database: Database) {}

  /** Ids after `last`, at most so many, in their order. */
  async page(
    { region, items, outcome, endedBefore }: EndedCases,
    last: string,
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await this.database.read.find(Case, {
      select: { id: true },
      where: { region, closedAt: LessThan(endedBefore), outcome, item: In([...items]), id: MoreThan(last) },
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** The case, held until the transaction ends; null where it is not one of them any more. */
  async held(tx: EntityManager, id: string, { region, outcome, endedBefore }: EndedCases): Promise<EndedCase | null> {
    await tx.update(Case, { id }, { version: () => 'version' });
    const row = await tx.findOneBy(Case, { id, region, outcome });
    if (row === null || row.closedAt === null || row.closedAt >= endedBefore) return null;
    return Object.assign(row, { closedAt: row.closedAt });
  }
}
