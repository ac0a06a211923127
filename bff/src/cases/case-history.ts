import { Injectable } from '@nestjs/common';
import type { CaseStatus, HistoryEntry } from '@yiban/shared-types/cases';
import { MoreThan, Not, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import { Case } from './case.entity.js';
import { CaseHistory, type ActorKind } from './case-history.entity.js';

/** The event of a hand-over between officers: no passing, and nothing of the citizen's. */
export const handOver = 'hand-over';
const order = { ordinal: 'ASC' } as const;
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

  /** A draft has no history: its first passing is the first row, and a second one would meet it. */
  async append(tx: EntityManager, caseId: string, actor: Actor, passing: Passing): Promise<void> {
    const last = passing.from === 'draft' ? undefined : await this.#last(tx, caseId);
    const ordinal = (last?.ordinal ?? 0) + 1;
    const { reason, ...step } = passing;
    const row = {
      caseId,
      ordinal,
      ...step,
      actorKind: actor.kind,
      actorId: actor.id,
      onBehalfOf: actor.onBehalfOf,
      previousHash: last?.hash ?? beginning,
    };
    const told = JSON.stringify({ shown: actor.shown, reason });
    await tx.insert(CaseHistory, {
      ...row,
      sealedDetail: this.vault.seal(place(caseId, ordinal), told),
      hash: this.#hashOf(row, told),
    });
  }

  /** What became of the case, as citizens and papers tell it. */
  async of(reader: EntityManager, caseId: string): Promise<readonly HistoryEntry[]> {
    return this.#entries(await reader.find(CaseHistory, { where: { caseId, event: Not(handOver) }, order }));
  }

  /** That, and who handed it to whom within the agency. */
  async forOfficers(reader: EntityManager, caseId: string): Promise<readonly HistoryEntry[]> {
    return this.#entries(await reader.find(CaseHistory, { where: { caseId }, order }));
  }

  #entries(rows: readonly CaseHistory[]): readonly HistoryEntry[] {
    return rows.map((row) => {
      const { caseId } = row;
      const { shown, reason } = openJson(this.vault, place(caseId, row.ordinal), row.sealedDetail, detail);
      return { at: row.at, from: row.from, to: row.to, actor: shown, reason };
    });
  }

  /** The ordinal of the first row that was altered, removed or put elsewhere; null when all is as it was written. */
  async firstFault(reader: EntityManager, caseId: string): Promise<number | null> {
    const rows = await reader.find(CaseHistory, { where: { caseId }, order: { ordinal: 'ASC' } });
    let previousHash = beginning;
    for (const [i, row] of rows.entries()) {
      const right =
        row.ordinal === i + 1 && row.previousHash === previousHash && row.hash === this.#hashOf(row, this.#told(row));
      if (!right) return i + 1;
      previousHash = row.hash;
    }
    return null;
  }

  /** The first fault of every history that has one. A status that its history does not end with is a fault too. */
  async allFaults(
    reader: EntityManager,
  ): Promise<{ readonly checked: number; readonly faults: readonly { caseId: string; ordinal: number }[] }> {
    const faults: { caseId: string; ordinal: number }[] = [];
    let checked = 0;
    for (let last = ''; ;) {
      const cases = await reader.find(Case, {
        select: { id: true, status: true },
        where: { id: MoreThan(last) },
        order: { id: 'ASC' },
        take: 500,
      });
      for (const { id, status } of cases) {
        const ordinal = await this.firstFault(reader, id);
        if (ordinal !== null) faults.push({ caseId: id, ordinal });
        else if (!(await this.#endsWith(reader, id, status))) faults.push({ caseId: id, ordinal: 0 });
      }
      checked += cases.length;
      const end = cases.at(-1);
      if (end === undefined) return { checked, faults };
      last = end.id;
    }
  }

  async #endsWith(reader: EntityManager, caseId: string, status: CaseStatus): Promise<boolean> {
    const last = await this.#last(reader, caseId);
    return last === undefined ? status === 'draft' : last.to === status;
  }

  async #last(reader: EntityManager, caseId: string): Promise<CaseHistory | undefined> {
    const [last] = await reader.find(CaseHistory, { where: { caseId }, order: { ordinal: 'DESC' }, take: 1 });
    return last;
  }

  /** Undefined when it was altered or put elsewhere. */
  #told({ caseId, ordinal, sealedDetail }: CaseHistory): string | undefined {
    try {
      return this.vault.open(place(caseId, ordinal), sealedDetail);
    } catch {
      return undefined;
    }
  }

  /** Over what was told, not over how it is sealed: that changes when keys are rotated. */
  #hashOf(row: Omit<CaseHistory, 'hash' | 'sealedDetail'>, told: string | undefined): string {
    const { caseId, ordinal, at, from, to, event, actorKind, actorId, onBehalfOf, previousHash } = row;
    return this.vault.chain(previousHash, [
      caseId,
      ordinal,
      at,
      from,
      to,
      event,
      actorKind,
      actorId,
      onBehalfOf,
      told ?? null,
    ]);
  }
}

const beginning = '0'.repeat(64);
const place = (caseId: string, ordinal: number): string => `case_history:${caseId}:${ordinal}`;
