import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database, isDuplicate } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { AuditEntry, type AuditActor } from './audit-entry.entity.js';
import { AuditHead } from './audit-head.entity.js';
import { beginning, linkOf } from './audit-link.js';

export interface Access {
  readonly chain: string;
  readonly actor: AuditActor;
  readonly actorId: string | null;
  readonly onBehalfOf?: string;
  readonly deed: string;
  readonly caseId?: string;
  readonly personId?: string;
  readonly detail?: readonly string[];
}

interface Waiting {
  readonly access: Access;
  readonly at: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Entries written in one transaction at most. */
const most = 200;

/**
 * The audit trail. An access is on the disk before it happens; one that cannot be written down does not happen.
 * Those who come while a chain is being written share its next transaction, so that a chain of hashes costs no queue.
 */
@Injectable()
export class AuditTrail {
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #writing = new Set<string>();
  /** Chains whose head is there: it is never taken away. */
  readonly #begun = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Resolves once the access is written down. */
  async record(access: Access): Promise<void> {
    await new Promise<void>((done, failed) => {
      const queue = this.#waiting.get(access.chain) ?? [];
      queue.push({ access, at: this.clock.now().toISOString(), done, failed });
      this.#waiting.set(access.chain, queue);
      if (!this.#writing.has(access.chain)) void this.#drain(access.chain);
    });
  }

  /** What an officer does; the chain is their region's. */
  async recordOfficer(
    { officerId, region }: Pick<OfficerCaller, 'officerId' | 'region'>,
    about: Omit<Access, 'chain' | 'actor' | 'actorId'>,
  ): Promise<void> {
    await this.record({ ...about, chain: region, actor: 'officer', actorId: officerId });
  }

  /**
   * Written down in the transaction of the deed, which is then done and recorded, or neither. The chain is held until that
   * ends: let it be the last thing in it. Once before, outside of any transaction: `begin`.
   */
  async recordWithin(tx: EntityManager, access: Access): Promise<void> {
    await this.#append(tx, access.chain, [{ access, at: this.clock.now().toISOString() }]);
  }

  /** Sees to it that the chain has a beginning. */
  async begin(chain: string): Promise<void> {
    if (this.#begun.has(chain)) return;
    if (await this.database.read.existsBy(AuditHead, { chain })) {
      this.#begun.add(chain);
      return;
    }
    try {
      await this.database.transaction((tx) => tx.insert(AuditHead, { chain, ordinal: 0, hash: beginning }));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async #drain(chain: string): Promise<void> {
    this.#writing.add(chain);
    for (;;) {
      const queue = this.#waiting.get(chain) ?? [];
      const batch = queue.splice(0, most);
      if (batch.length === 0) break;
      try {
        await this.#write(chain, batch);
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#writing.delete(chain);
  }

  async #write(chain: string, batch: readonly Waiting[]): Promise<void> {
    await this.begin(chain);
    await this.database.transaction((tx) => this.#append(tx, chain, batch));
  }

  async #append(
    tx: EntityManager,
    chain: string,
    batch: readonly { readonly access: Access; readonly at: string }[],
  ): Promise<void> {
    let { ordinal, hash } = await this.#head(tx, chain);
    const rows = batch.map(({ access, at }) => {
      ordinal += 1;
      const row = {
        chain,
        ordinal,
        at,
        actorKind: access.actor,
        actorId: access.actorId,
        onBehalfOf: access.onBehalfOf ?? null,
        deed: access.deed,
        caseId: access.caseId ?? null,
        personId: access.personId ?? null,
        detail: (access.detail ?? []).join(','),
      };
      hash = linkOf(this.vault, hash, row);
      return { ...row, hash };
    });
    await tx.insert(AuditEntry, rows);
    await tx.update(AuditHead, { chain }, { ordinal, hash });
  }

  /** Held until the transaction ends: another process waits here for its turn at the chain. */
  async #head(tx: EntityManager, chain: string): Promise<AuditHead> {
    // SQLite has one writer at a time, and no rows to lock.
    const lock = this.database.kind === 'mysql' ? { lock: { mode: 'pessimistic_write' as const } } : {};
    return tx.findOneOrFail(AuditHead, { where: { chain }, ...lock });
  }
}
