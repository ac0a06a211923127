import type { EntityManager } from 'typeorm';
import type { OutboxKind } from './outbox.entity.js';

/** One thing to send. `repeated`: an earlier try may have had its effect. */
export interface Delivery {
  readonly id: string;
  readonly caseId: string | null;
  readonly effectKey: string;
  readonly payload: unknown;
  readonly repeated: boolean;
}

/** What the other side said: done, or a definite no. Not reaching it is an exception, and is tried again. */
export interface DeliveryResult {
  readonly accepted: boolean;
  /** The answer, kept sealed. */
  readonly answer: object;
}

/** Sends one kind of entry. */
export interface OutboxHandler {
  readonly kind: OutboxKind;
  send(delivery: Delivery): Promise<DeliveryResult>;
  /** What the answer changes here; runs once, in the transaction that marks the entry as done. */
  settle(tx: EntityManager, delivery: Delivery, result: DeliveryResult): Promise<void>;
}
