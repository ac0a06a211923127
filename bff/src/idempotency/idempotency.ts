import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database, isDuplicate } from '../database/database.js';
import { problem } from '../problems/problem.js';
import { IdempotencyRecord } from './idempotency.entity.js';

/** A write that a caller asks for under a key. `deed` names the endpoint and the thing: `submit 0199…`. */
export interface KeyedRequest {
  readonly callerId: string;
  readonly key: string;
  readonly deed: string;
  readonly body: object;
  /** Id of what it makes or moves, where that is known beforehand. */
  readonly reference?: string;
}

export type Effect = (tx: EntityManager) => Promise<string>;

/**
 * | the same key again …            | what happens                                                        |
 * |---------------------------------|---------------------------------------------------------------------|
 * | with the same body, after the answer | the same answer, byte for byte, and no second effect           |
 * | while the first is still running     | waits for it, then as above                                     |
 * | after a crash between effect and answer | the answer is made from the effect, and kept                 |
 * | after the first was refused          | tried anew: a refusal has no effect and is not kept             |
 * | with another body or another deed    | 409 `idempotency-conflict`                                      |
 *
 * Holds across processes and restarts: the record is written in the transaction of the effect.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * @param prepare gathers what the deed needs from outside, and gives the effect: it does the deed inside the
   *   transaction and gives the id of what it made or moved. Not called when the deed was done before.
   * @param answer makes the answer from that id; may do what must come after the commit
   */
  async run<A extends object>(
    request: KeyedRequest,
    prepare: () => Promise<Effect>,
    answer: (reference: string) => Promise<A>,
  ): Promise<A> {
    const id = this.vault.index('idempotency', `${request.callerId}:${request.key}`);
    const requestHash = createHash('sha256')
      .update(`${request.deed}\n${JSON.stringify(request.body)}`)
      .digest('hex');
    const known = await this.#find(id, requestHash);
    const reference =
      known?.reference ?? (await this.#effect(id, requestHash, request.reference ?? '', await prepare()));
    const sealed = known?.sealedAnswer ?? (await this.#keep(id, await answer(reference)));
    // oxlint-disable-next-line typescript/no-unsafe-return -- the very bytes that were answered first
    return JSON.parse(this.vault.open(place(id), sealed));
  }

  /** Answers about something that is thrown away go with it. */
  async forget(tx: EntityManager, reference: string): Promise<void> {
    await tx.delete(IdempotencyRecord, { reference });
  }

  async #find(id: string, requestHash: string): Promise<IdempotencyRecord | null> {
    const record = await this.database.read.findOneBy(IdempotencyRecord, { id });
    if (record !== null && record.requestHash !== requestHash) throw problem('idempotency-conflict');
    return record;
  }

  async #effect(id: string, requestHash: string, expected: string, effect: Effect): Promise<string> {
    try {
      return await this.database.transaction(async (tx) => {
        // First of all, so that a second request with the key waits here for the first one's end.
        await tx.insert(IdempotencyRecord, {
          id,
          requestHash,
          reference: expected,
          sealedAnswer: null,
          createdAt: this.clock.now().toISOString(),
        });
        const reference = await effect(tx);
        if (reference !== expected) await tx.update(IdempotencyRecord, { id }, { reference });
        return reference;
      });
    } catch (error) {
      const first = isDuplicate(error) ? await this.#find(id, requestHash) : null;
      if (first === null) throw error;
      return first.reference;
    }
  }

  /** Keeps the first answer; gives the one that is kept. */
  async #keep(id: string, answer: object): Promise<string> {
    const sealed = this.vault.seal(place(id), JSON.stringify(answer));
    return this.database.statement(async (tx) => {
      const kept = await tx.update(IdempotencyRecord, { id, sealedAnswer: IsNull() }, { sealedAnswer: sealed });
      if (kept.affected === 1) return sealed;
      const record = await tx.findOneByOrFail(IdempotencyRecord, { id });
      return record.sealedAnswer ?? sealed;
    });
  }
}

const place = (id: string): string => `idempotency:${id}:answer`;
