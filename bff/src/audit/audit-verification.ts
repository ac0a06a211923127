import { MoreThan, type EntityManager } from 'typeorm';
import type { Vault } from '../crypto/vault.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditHead } from './audit-head.entity.js';
import { beginning, linkOf } from './audit-link.js';

export interface ChainReport {
  readonly chain: string;
  readonly entries: number;
  /** Hash of the last entry that holds: keep it elsewhere, and the end of the chain cannot be cut off unseen. */
  readonly hash: string;
  /** What is wrong and where first; null when every entry is as it was written. */
  readonly fault: string | null;
}

/** An ordinal and its hash, noted at an earlier time. */
export interface Anchor {
  readonly chain: string;
  readonly ordinal: number;
  readonly hash: string;
}

const batch = 5000;

/** Goes through every chain from its beginning: an edited byte, a row removed, added or put elsewhere is found. */
export async function verifyAudit(
  reader: EntityManager,
  vault: Vault,
  anchors: readonly Anchor[] = [],
): Promise<readonly ChainReport[]> {
  const heads = await reader.find(AuditHead, { order: { chain: 'ASC' } });
  const rows = await reader
    .createQueryBuilder(AuditEntry, 'e')
    .select('DISTINCT e.chain', 'chain')
    .getRawMany<{ chain: string }>();
  const chains = new Set([
    ...heads.map(({ chain }) => chain),
    ...rows.map(({ chain }) => chain),
    ...anchors.map(({ chain }) => chain),
  ]);
  const reports: ChainReport[] = [];
  for (const chain of [...chains].toSorted()) {
    const noted = anchors.filter((anchor) => anchor.chain === chain);
    reports.push(
      await verifyChain(
        reader,
        vault,
        chain,
        heads.find((head) => head.chain === chain),
        noted,
      ),
    );
  }
  return reports;
}

async function verifyChain(
  reader: EntityManager,
  vault: Vault,
  chain: string,
  head: AuditHead | undefined,
  anchors: readonly Anchor[],
): Promise<ChainReport> {
  let hash = beginning;
  let entries = 0;
  const report = (fault: string | null): ChainReport => ({ chain, entries, hash, fault });
  for (;;) {
    const rows = await reader.find(AuditEntry, {
      where: { chain, ordinal: MoreThan(entries) },
      order: { ordinal: 'ASC' },
      take: batch,
    });
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.ordinal !== entries + 1) return report(`entry ${entries + 1} is missing`);
      const expected = linkOf(vault, hash, row);
      if (row.hash !== expected) return report(`entry ${row.ordinal} is not what was written`);
      entries = row.ordinal;
      hash = expected;
      const anchor = anchors.find(({ ordinal }) => ordinal === entries);
      if (anchor !== undefined && anchor.hash !== hash) return report(`entry ${entries} is not what was noted`);
    }
  }
  const last = Math.max(0, ...anchors.map(({ ordinal }) => ordinal));
  if (entries < last) return report(`entries ${entries + 1} to ${last} are missing: they were noted`);
  if (head === undefined) return report('the end of the chain is missing');
  if (head.ordinal > entries) return report(`entries ${entries + 1} to ${head.ordinal} are missing`);
  if (head.ordinal < entries || head.hash !== hash) return report(`the end of the chain is not at entry ${entries}`);
  return report(null);
}
