import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseStatus, HistoryEntry } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import { CaseHistory, type ActorKind } from './case-history.entity.js';

const detail = z.object({ shown: z.string(), reason: z.string().nullable() });

/** Who does something to a case. `shown` is how citizens see them: never an officer's name. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly onBehalfOf: string | null;
  readonly shown: string;
}

export const system: Actor = { kind: 'system', id: null, onBehalfOf: null, shown: '系统' };

export interface Passing {
  readonly at: string;
  readonly from: CaseStatus | null;
  readonly to: CaseStatus;
  readonly event: string;
  readonly reason: string | null;
}

/** The history of a case: rows are only added, each bound to the one before by its hash. */
@Injectable()
export class CaseHistories {
  constructor(private readonly vault: Vault) {}

  async append(tx: EntityManager, caseId: string, actor: Actor, passing: Passing): Promise<void> {
    const [last] = await tx.find(CaseHistory, { where: { caseId }, order: { ordinal: 'DESC' }, take: 1 });
    const ordinal = (last?.ordinal ?? 0) + 1;
    const { reason, ...step } = passing;
    const row = {
      caseId,
      ordinal,
      ...step,
      actorKind: actor.kind,
      actorId: actor.id,
      onBehalfOf: actor.onBehalfOf,
      sealedDetail: this.vault.seal(place(caseId, ordinal), JSON.stringify({ shown: actor.shown, reason })),
      previousHash: last?.hash ?? '0'.repeat(64),
    };
    await tx.insert(CaseHistory, { ...row, hash: hashOf(row) });
  }

  async of(reader: EntityManager, caseId: string): Promise<readonly HistoryEntry[]> {
    const rows = await reader.find(CaseHistory, { where: { caseId }, order: { ordinal: 'ASC' } });
    return rows.map((row) => {
      const { shown, reason } = openJson(this.vault, place(caseId, row.ordinal), row.sealedDetail, detail);
      return { at: row.at, from: row.from, to: row.to, actor: shown, reason };
    });
  }

  /** The ordinal of the first row that was altered, removed or put elsewhere; null when all is as it was written. */
  async firstFault(reader: EntityManager, caseId: string): Promise<number | null> {
    const rows = await reader.find(CaseHistory, { where: { caseId }, order: { ordinal: 'ASC' } });
    let previousHash = '0'.repeat(64);
    for (const [i, row] of rows.entries()) {
      if (row.ordinal !== i + 1 || row.previousHash !== previousHash || row.hash !== hashOf(row)) return i + 1;
      previousHash = row.hash;
    }
    return null;
  }
}

function hashOf(row: Omit<CaseHistory, 'hash'>): string {
  const { caseId, ordinal, at, from, to, event, actorKind, actorId, onBehalfOf, sealedDetail, previousHash } = row;
  const parts = [caseId, ordinal, at, from, to, event, actorKind, actorId, onBehalfOf, sealedDetail, previousHash];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const place = (caseId: string, ordinal: number): string => `case_history:${caseId}:${ordinal}`;
