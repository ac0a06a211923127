import { createHash, type Hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { AuditTrail } from '../audit/audit-trail.js';
import { EndedCasesService, type EndedCase } from '../cases/ended-cases.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { STORAGE, type Storage } from '../gateways/storage/storage.js';
import { newId } from '../ids.js';
import { CaseDeletion } from './case-deletion.entity.js';
import {
  caseTables,
  grantIsLeft,
  grantTables,
  handlerIsLeft,
  keeps,
  type CaseTable,
  type Owner,
} from './case-tables.js';
import { deletionDeed, proofDetail } from './deletion-proofs.js';
import type { DueCases } from './keeping.js';
import { LeftPeople } from './left-people.service.js';
import { anyOf, idsOf, rowsOf } from './rows.js';

type Owners = Readonly<Record<Owner, readonly string[]>>;

/** Something that goes in one transaction: what was counted, and a hash over all that stood there. */
interface Gone {
  readonly counts: Record<string, number>;
  readonly hash: Hash;
  /** Prefixes and keys in storage. */
  readonly files: string[];
}

const filesLeft = z.array(z.string());

/**
 * Deletes one closed case whole: its rows, the proof and the entry in the audit trail in one transaction; then its files,
 * whose names stand in the proof until they are gone, so that a kill in between leaves nothing behind for good.
 */
@Injectable()
export class CaseDeletions {
  constructor(
    private readonly database: Database,
    private readonly cases: EndedCasesService,
    private readonly audit: AuditTrail,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly people: LeftPeople,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** False where something keeps it, or somebody else was faster. */
  async delete(id: string, { version, due }: { readonly version: string; readonly due: DueCases }): Promise<boolean> {
    await this.audit.begin(due.region);
    return this.database.transaction(async (tx) => {
      const row = await this.cases.held(tx, id, due);
      if (row === null || (await anyOf(tx, keeps, [id]))) return false;
      const gone: Gone = { counts: {}, hash: createHash('sha256'), files: [] };
      await this.#deleteFrom(tx, caseTables, await ownersOf(tx, id), gone);
      for (const left of await leftBehind(tx, row, shanghaiDate(this.clock.now())))
        await this.#deleteFrom(tx, grantTables, await ownersOf(tx, left), gone);
      await this.people.forgetLeft(tx, [row.personId, row.applicantId]);
      await this.#prove(tx, row, { version, due, gone });
      return true;
    });
  }

  /** Deletes files of cases that are gone; gives how many cases were done. */
  async deleteFiles(): Promise<number> {
    const left = await this.database.read.find(CaseDeletion, { where: { filesGoneAt: IsNull() }, take: 500 });
    for (const { id, filesLeft: names } of left) {
      for (const name of filesLeft.parse(JSON.parse(names ?? '[]'))) await this.#deleteFile(name);
      const filesGoneAt = this.clock.now().toISOString();
      await this.database.transaction((tx) => tx.update(CaseDeletion, { id }, { filesLeft: null, filesGoneAt }));
    }
    return left.length;
  }

  async #deleteFile(name: string): Promise<void> {
    const keys = name.endsWith('/') ? await this.storage.list(name) : [name];
    for (const key of keys) await this.storage.delete(key);
  }

  async #deleteFrom(tx: EntityManager, tables: readonly CaseTable[], owners: Owners, gone: Gone): Promise<void> {
    for (const { table, column, of, order } of tables) {
      const ids = owners[of];
      if (ids.length === 0) continue;
      const which = `${table} WHERE ${column} IN (${ids.map(() => '?').join(', ')})`;
      const rows = await rowsOf(tx, `SELECT * FROM ${which} ORDER BY ${column}, ${order}`, ids);
      if (rows.length === 0) continue;
      for (const row of rows) gone.hash.update(JSON.stringify([table, row]));
      gone.counts[table] = (gone.counts[table] ?? 0) + rows.length;
      gone.files.push(...rows.flatMap(({ id }) => filesOf(table, String(id))));
      await tx.query(`DELETE FROM ${which}`, [...ids]);
    }
    for (const id of owners.batch)
      await tx.query(
        'DELETE FROM payment_batches WHERE id = ? AND NOT EXISTS (SELECT 1 FROM payments WHERE batchId = ?)',
        [id, id],
      );
  }

  async #prove(
    tx: EntityManager,
    { id: caseId, number, region, item, outcome, closedAt }: EndedCase,
    { version, due, gone }: { readonly version: string; readonly due: DueCases; readonly gone: Gone },
  ): Promise<void> {
    const { rule } = due;
    const proof = {
      id: newId(),
      region,
      caseId,
      numberIndex: this.vault.index('case-number', number ?? ''),
      item,
      outcome: outcome ?? '',
      endedOn: shanghaiDate(new Date(closedAt)),
      rule: `${rule.id}@${version}`,
      ruleName: rule.name,
      term: String(rule.years),
      source: rule.source,
      deletedAt: this.clock.now().toISOString(),
      counts: JSON.stringify(gone.counts),
      digest: gone.hash.digest('hex'),
    };
    await tx.insert(CaseDeletion, { ...proof, filesLeft: JSON.stringify(gone.files), filesGoneAt: null });
    await this.audit.recordWithin(tx, {
      chain: region,
      actor: 'system',
      actorId: null,
      deed: deletionDeed,
      caseId,
      detail: proofDetail(proof),
    });
  }
}

/** Where the files of a row stand: prefixes, which end with a slash, and keys. */
function filesOf(table: string, id: string): readonly string[] {
  if (table === 'uploads') return [`photos/${id}/`, `uploads/${id}/`];
  return table === 'documents' ? [`documents/${id}`] : [];
}

async function ownersOf(tx: EntityManager, id: string): Promise<Owners> {
  return {
    case: [id],
    upload: await idsOf(tx, 'SELECT id FROM uploads WHERE caseId = ? ORDER BY id', [id]),
    batch: await idsOf(tx, 'SELECT DISTINCT batchId AS id FROM payments WHERE caseId = ? ORDER BY batchId', [id]),
  };
}

/** The case's grant and its unit's handler, where they are over and this was the last case under them. */
async function leftBehind(
  tx: EntityManager,
  { grantId, personId, unitHandlerId, unitIndex }: EndedCase,
  today: string,
): Promise<readonly string[]> {
  const left: string[] = [];
  if (grantId !== null && (await anyOf(tx, [grantIsLeft], [grantId, today, personId, grantId]))) left.push(grantId);
  if (unitHandlerId !== null && unitIndex !== null) {
    if (await anyOf(tx, [handlerIsLeft], [unitHandlerId, unitIndex, unitHandlerId])) left.push(unitHandlerId);
  }
  return left;
}
