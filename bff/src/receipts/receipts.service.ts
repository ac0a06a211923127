import { Injectable } from '@nestjs/common';
import type { Answers } from '@yiban/shared-types/cases';
import { In, Not, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { isDuplicate } from '../database/database.js';
import { newId } from '../ids.js';
import { problem } from '../problems/problem.js';
import { receiptIdentity, receiptsIn } from './receipt-answers.js';
import { Receipt } from './receipt.entity.js';

/** One receipt, one live case, whoever it belongs to (domain.md, rule 7). */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Receipts of the form (`code:number`) that another live case uses. */
  async usedElsewhere(reader: EntityManager, form: Answers, caseId: string): Promise<ReadonlySet<string>> {
    const identities = new Map(
      receiptsIn(form).map((receipt) => [this.#index(receiptIdentity(receipt)), receiptIdentity(receipt)]),
    );
    if (identities.size === 0) return new Set();
    const rows = await reader.findBy(Receipt, { liveIndex: In([...identities.keys()]), caseId: Not(caseId) });
    return new Set(rows.flatMap(({ liveIndex }) => identities.get(liveIndex ?? '') ?? []));
  }

  /** Those of the case are its no more, before it claims others. */
  async unclaim(tx: EntityManager, caseId: string): Promise<void> {
    await tx.delete(Receipt, { caseId });
  }

  /** Claims the receipts of a form for its case. Throws `receipt-used`. */
  async claim(tx: EntityManager, form: Answers, caseId: string): Promise<void> {
    const createdAt = this.clock.now().toISOString();
    const rows = receiptsIn(form).map((receipt) => ({
      id: newId(),
      caseId,
      liveIndex: this.#index(receiptIdentity(receipt)),
      createdAt,
    }));
    try {
      if (rows.length > 0) await tx.insert(Receipt, rows);
    } catch (error) {
      if (isDuplicate(error)) throw problem('receipt-used');
      throw error;
    }
  }

  /** Frees the receipts of a case that ended without payment. */
  async release(tx: EntityManager, caseId: string): Promise<void> {
    await tx.update(Receipt, { caseId }, { liveIndex: null });
  }

  #index(identity: string): string {
    return this.vault.index('receipt', identity);
  }
}
