import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { AuditEntry } from './audit-entry.entity.js';
import { beginning, linkOf } from './audit-link.js';

export interface AuditQuestion {
  readonly about: { readonly caseId: string } | { readonly actorId: string };
  /** Instants: from the first on, before the second. */
  readonly from?: string;
  readonly before?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface ReadEntry {
  readonly entry: AuditEntry;
  /** As it was written, and bound to the entry before it. */
  readonly intact: boolean;
}

/** The trail as it is read by people, the newest first. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Cursor: `<at>|<chain>|<ordinal>`. */
  async page({
    about,
    from,
    before,
    cursor,
    limit,
  }: AuditQuestion): Promise<{ readonly items: readonly ReadEntry[]; readonly nextCursor: string | null }> {
    const query = this.database.read
      .createQueryBuilder(AuditEntry, 'e')
      .where(about)
      .orderBy('e.at', 'DESC')
      .addOrderBy('e.chain', 'DESC')
      .addOrderBy('e.ordinal', 'DESC')
      .limit(limit + 1);
    if (from !== undefined) query.andWhere('e.at >= :from', { from });
    if (before !== undefined) query.andWhere('e.at < :before', { before });
    const [at, chain, ordinal] = cursor?.split('|') ?? [];
    if (at !== undefined && chain !== undefined && ordinal !== undefined) {
      query.andWhere(
        '(e.at < :at OR (e.at = :at AND (e.chain < :chain OR (e.chain = :chain AND e.ordinal < :ordinal))))',
        { at, chain, ordinal: Number(ordinal) },
      );
    }
    const rows = await query.getMany();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.#checked(shown),
      nextCursor: rows.length > limit && last !== undefined ? `${last.at}|${last.chain}|${String(last.ordinal)}` : null,
    };
  }

  async #checked(rows: readonly AuditEntry[]): Promise<readonly ReadEntry[]> {
    const hashes = new Map<string, string>();
    for (const chain of new Set(rows.map((row) => row.chain))) {
      const before = rows.filter((row) => row.chain === chain).map(({ ordinal }) => ordinal - 1);
      for (const { ordinal, hash } of await this.database.read.findBy(AuditEntry, { chain, ordinal: In(before) }))
        hashes.set(`${chain} ${ordinal}`, hash);
    }
    return rows.map((entry) => {
      const previous = entry.ordinal === 1 ? beginning : hashes.get(`${entry.chain} ${entry.ordinal - 1}`);
      return { entry, intact: previous !== undefined && entry.hash === linkOf(this.vault, previous, entry) };
    });
  }
}
