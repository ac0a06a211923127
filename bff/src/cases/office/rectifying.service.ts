import { Injectable } from '@nestjs/common';
import type { RectificationEntry, RectificationPage } from '@yiban/shared-types/ratings';
import { In, type EntityManager } from 'typeorm';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { Database } from '../../database/database.js';
import { GrantAuthority } from '../../grants/grant-authority.service.js';
import type { OfficerCaller } from '../../http/caller.js';
import { Idempotency } from '../../idempotency/idempotency.js';
import { InboxService } from '../../inbox/inbox.service.js';
import { problem } from '../../problems/problem.js';
import { RatingsService } from '../../ratings/ratings.service.js';
import { RectificationsService } from '../../ratings/rectifications.service.js';
import { CaseHistory } from '../case-history.entity.js';
import { gradeOf } from '../case-view.js';
import { Case } from '../case.entity.js';
import { CaseMessage } from '../stages/case-message.entity.js';
import { OfficeAccess } from './office-access.js';

/** What officers do about a rectification: never those who handled the case that is complained of. */
@Injectable()
export class RectifyingService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly access: OfficeAccess,
    private readonly ratings: RatingsService,
    private readonly rectifications: RectificationsService,
    private readonly catalogue: CatalogueService,
    private readonly grants: GrantAuthority,
    private readonly inbox: InboxService,
    private readonly clock: Clock,
  ) {}

  /** Those open in the officer's region, what is due first at the top. */
  async waiting(officer: OfficerCaller, cursor: string | undefined, limit: number): Promise<RectificationPage> {
    const reader = this.database.read;
    const found = await this.rectifications.waiting(reader, officer.region, cursor, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.#entries(officer, shown),
      nextCursor: found.length > limit && last !== undefined ? `${last.dueAt}|${last.caseId}` : null,
    };
  }

  /**
   * Writes the outcome, and tells the person; gives what is still open. Throws `case-not-found` for another region's,
   * `rectification-not-found`, `rectification-closed`, `handled-by-you`, `own-case`.
   */
  async close(officer: OfficerCaller, key: string, caseId: string, outcome: string): Promise<RectificationPage> {
    return this.idempotency.run(
      { callerId: officer.officerId, key, deed: `rectify ${caseId}`, body: { outcome } },
      async () => {
        const row = await this.access.visible(this.database.read, officer, caseId, 'rectification.close');
        await this.access.requireUninvolved(this.database.read, officer, row);
        const handled = await handledBy(this.database.read, officer, [caseId]);
        if (handled.has(caseId)) throw problem('handled-by-you');
        return async (tx) => {
          await this.rectifications.close(tx, caseId, officer.officerId, outcome);
          await this.#tell(tx, row);
          return caseId;
        };
      },
      async () => this.waiting(officer, undefined, 20),
    );
  }

  async #entries(
    officer: OfficerCaller,
    shown: Awaited<ReturnType<RectificationsService['waiting']>>,
  ): Promise<readonly RectificationEntry[]> {
    const reader = this.database.read;
    const ids = shown.map(({ caseId }) => caseId);
    const cases = new Map((ids.length === 0 ? [] : await reader.findBy(Case, { id: In(ids) })).map((c) => [c.id, c]));
    await this.access.complaintsRead(officer, [...cases.values()]);
    const given = await this.ratings.given(reader, ids);
    const handled = await handledBy(reader, officer, ids);
    const today = shanghaiDate(this.clock.now());
    const entries: RectificationEntry[] = [];
    for (const { caseId, dueAt, dueProvisional } of shown) {
      const row = cases.get(caseId);
      const rating = given.get(caseId);
      if (row === undefined || rating === undefined) continue;
      entries.push({
        id: caseId,
        number: row.number ?? '',
        item: row.item,
        itemName: this.catalogue.rulesOf(row).item.name,
        grade: gradeOf(rating.grade),
        comment: rating.comment,
        ratedAt: rating.at,
        dueAt,
        dueProvisional,
        overdue: dueAt < today,
        whyNot: await this.#whyNot(officer, row, handled),
      });
    }
    return entries;
  }

  async #whyNot(officer: OfficerCaller, row: Case, handled: ReadonlySet<string>): Promise<string | null> {
    if (handled.has(row.id)) return '您办理过这个办件，整改要由另一位同事来做。';
    return (await this.access.isInvolved(this.database.read, officer, row))
      ? '这个办件和您本人有关，要由同事来做。'
      : null;
  }

  async #tell(tx: EntityManager, row: Case): Promise<void> {
    const { name } = this.catalogue.rulesOf(row).item;
    for (const personId of await this.grants.toldOf(tx, row))
      await this.inbox.tell(tx, {
        personId,
        caseId: row.id,
        title: '您的意见有结果了',
        body: `您对「${name}」${row.number ?? ''}评价不满意，医保部门已经整改。点开办件，就能看到整改结果。`,
        outward: {
          region: row.region,
          urgent: false,
          topic: 'result',
          said: {
            item: name,
            state: '已经整改',
            todo: '打开办件看整改结果',
            until: '没有期限',
            number: row.number ?? '',
          },
          sms: null,
        },
      });
  }
}

/** Those of the cases that the officer moved or answered in. */
async function handledBy(
  reader: EntityManager,
  { officerId }: Pick<OfficerCaller, 'officerId'>,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const among = In([...caseIds]);
  const moved = await reader.findBy(CaseHistory, { caseId: among, actorKind: 'officer', actorId: officerId });
  const answered = await reader.findBy(CaseMessage, { caseId: among, from: 'agency', authorId: officerId });
  return new Set([...moved, ...answered].map(({ caseId }) => caseId));
}
