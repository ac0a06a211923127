/** Proofs of deletion, each bound to its entry in the audit trail. */
import { createHash } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { CaseDeletion } from './case-deletion.entity.js';
import { idsOf } from './rows.js';

export const deletionDeed = 'case.delete';

/** What does not change once it is written: the files follow the rows. */
type Proof = Omit<CaseDeletion, 'filesLeft' | 'filesGoneAt'>;

/** The entry's `detail`: the proof's id and a hash over the whole of it. The trail's own hashes are keyed. */
export function proofDetail(proof: Proof): readonly [string, string] {
  const { id, region, caseId, numberIndex, item, outcome, endedOn, rule, ruleName, term, source, deletedAt } = proof;
  const said = [id, region, caseId, numberIndex, item, outcome, endedOn, rule, ruleName, term, source, deletedAt];
  const hash = createHash('sha256').update(JSON.stringify([...said, proof.counts, proof.digest]));
  return [id, hash.digest('hex')];
}

const batch = 500;

/** Proofs that are not what the trail says, entries without a proof, deleted cases that are there again. */
export async function deletionFaults(
  reader: EntityManager,
): Promise<{ readonly checked: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let checked = 0;
  const entries = reader
    .createQueryBuilder(AuditEntry, 'e')
    .where('e.deed = :deed', { deed: deletionDeed })
    .orderBy('e.chain')
    .addOrderBy('e.ordinal')
    .take(batch);
  for (let skip = 0; ; skip += batch) {
    const page = await entries.skip(skip).getMany();
    const ids = page.map(({ detail }) => detail.split(',')[0] ?? '');
    const caseIds = page.flatMap(({ caseId }) => caseId ?? []);
    const proofs = new Map((await reader.findBy(CaseDeletion, { id: In(ids) })).map((proof) => [proof.id, proof]));
    faults.push(...(await backAgain(reader, caseIds)).map((id) => `case ${id} was deleted, and is there again`));
    for (const [i, { chain, ordinal, detail }] of page.entries()) {
      const proof = proofs.get(ids[i] ?? '');
      if (proof === undefined) faults.push(`the proof of ${chain} ${ordinal} is missing`);
      else if (proofDetail(proof).join(',') !== detail) faults.push(`proof ${proof.id} is not what was written`);
    }
    checked += page.length;
    if (page.length < batch) break;
  }
  const proofs = await reader.countBy(CaseDeletion, {});
  if (proofs > checked) faults.push(`${proofs - checked} proofs are in no chain`);
  return { checked, faults };
}

/** As after a backup was put back over a part of the tables. */
async function backAgain(reader: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  return idsOf(reader, `SELECT id FROM cases WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
}
