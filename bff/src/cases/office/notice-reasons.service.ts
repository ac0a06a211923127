import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { openJson } from '../../crypto/sealed-json.js';
import { Vault } from '../../crypto/vault.js';
import { noticePlace } from '../case-view.js';

/** Notices opened for one look: they are sealed one by one. */
const most = 1000;

const row = z.object({ caseId: z.string(), ordinal: z.coerce.number(), sealedItems: z.string() });
const items = z.array(z.object({ reason: z.string() }));

/** Why cases of a region were sent back. */
@Injectable()
export class NoticeReasonsService {
  constructor(private readonly vault: Vault) {}

  /**
   * Reasons of the last 1000 notices from one instant up to another, the most frequent first. What was written once is
   * only counted: such a text is about one person, and figures are not.
   */
  async between(
    reader: EntityManager,
    region: string,
    start: string,
    end: string,
  ): Promise<{
    readonly counted: number;
    readonly frequent: readonly { readonly reason: string; readonly count: number }[];
  }> {
    const rows = z.array(row).parse(
      await reader.query(
        `SELECT n.caseId, n.ordinal, n.sealedItems
        FROM case_notices n JOIN cases c ON c.id = n.caseId
        WHERE n.about = 'case' AND n.at >= ? AND n.at < ? AND c.region = ?
        ORDER BY n.at DESC LIMIT ${most}`,
        [start, end, region],
      ),
    );
    const counts = new Map<string, number>();
    let counted = 0;
    for (const { caseId, ordinal, sealedItems } of rows)
      for (const { reason } of openJson(this.vault, noticePlace(caseId, ordinal), sealedItems, items)) {
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
        counted += 1;
      }
    const frequent = [...counts].flatMap(([reason, count]) => (count > 1 ? [{ reason, count }] : []));
    return { counted, frequent: frequent.toSorted((a, b) => b.count - a.count).slice(0, 20) };
  }
}
