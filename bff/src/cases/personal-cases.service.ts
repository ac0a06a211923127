import { Injectable } from '@nestjs/common';
import type { CaseView } from '@yiban/shared-types/cases';
import { In, Not, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { Database } from '../database/database.js';
import { GrantAuthority } from '../grants/grant-authority.service.js';
import { CaseViews } from './case-view.js';
import { Case } from './case.entity.js';
import { DraftsService } from './drafts.service.js';
import { finalStatuses } from './transitions.js';

/** All cases of a person: to be handed over, or to be let go of when they close their account. */
@Injectable()
export class PersonalCases {
  constructor(
    private readonly database: Database,
    private readonly views: CaseViews,
    private readonly grants: GrantAuthority,
    private readonly audit: AuditTrail,
    private readonly drafts: DraftsService,
  ) {}

  /** Every case that the person sees in their list but those of units, whole, oldest first. */
  async all(personId: string): Promise<readonly CaseView[]> {
    const rows = await this.database.read.find(Case, {
      where: [{ personId, applicantId: personId }, { personId, status: Not('draft') }, { applicantId: personId }],
      order: { id: 'ASC' },
    });
    const views: CaseView[] = [];
    for (const row of rows) {
      const filedForAnother = row.personId !== personId;
      if (filedForAnother && !(await this.grants.maySee(row))) continue;
      if (filedForAnother) await this.#recordProxy(row);
      views.push(await this.views.view(this.database.read, row, personId));
    }
    return views;
  }

  /** Whether the agency still works on one. */
  async anyOpen(personId: string): Promise<boolean> {
    const open = { status: Not(In([...finalStatuses, 'draft'])) };
    return this.database.read.existsBy(Case, [
      { personId, ...open },
      { applicantId: personId, ...open },
    ]);
  }

  /** Items that the person has a draft or an open case of, or files one of for somebody else. */
  async itemsUnderWay(personId: string): Promise<ReadonlySet<string>> {
    const open = { status: Not(In([...finalStatuses])) };
    const rows = await this.database.read.find(Case, {
      select: { item: true },
      where: [
        { personId, ...open },
        { applicantId: personId, ...open },
      ],
    });
    return new Set(rows.map(({ item }) => item));
  }

  /** Cases that were filed: the agency's records, which outlive the account. */
  async filed(reader: EntityManager, personId: string): Promise<readonly string[]> {
    const rows = await reader.find(Case, {
      where: [
        { personId, status: Not('draft') },
        { applicantId: personId, status: Not('draft') },
      ],
      order: { id: 'ASC' },
    });
    return rows.flatMap(({ number }) => number ?? []);
  }

  async throwAwayDrafts(tx: EntityManager, personId: string): Promise<void> {
    // Those that a proxy writes for them too.
    const drafts = await tx.findBy(Case, [
      { applicantId: personId, status: 'draft' },
      { personId, status: 'draft' },
    ]);
    for (const { id } of drafts) await this.drafts.throwAway(tx, id);
  }

  async #recordProxy({ id, applicantId, personId }: Case): Promise<void> {
    await this.audit.record({
      chain: 'people',
      actor: 'proxy',
      actorId: applicantId,
      onBehalfOf: personId,
      deed: 'case.export',
      caseId: id,
      personId,
    });
  }
}
