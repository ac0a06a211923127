import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { In, LessThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { Presence } from '../database/presence.js';
import { newId } from '../ids.js';
import { LOGGER, causeOf } from '../logging.js';
import type { Delivery, OutboxHandler } from './outbox-handler.js';
import { OutboxEntry, type OutboxKind } from './outbox.entity.js';

/** So long nobody else sends what a process is sending, unless that is seen to be gone. */
const leaseMs = 60_000;
const longestWaitMs = 10 * 60_000;

/**
 * Everything that goes out. An entry is written in the transaction of what causes it, so that neither exists without
 * the other; it is delivered at least once under the same key, and the other side has its effect once.
 */
@Injectable()
export class Outbox {
  readonly #handlers = new Map<OutboxKind, OutboxHandler>();

  constructor(
    private readonly database: Database,
    private readonly presence: Presence,
    private readonly vault: Vault,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Each kind has one handler; they register at start. */
  register(handler: OutboxHandler): void {
    this.#handlers.set(handler.kind, handler);
  }

  /** Adds an entry; the same `effectKey` stands once. */
  async enqueue(
    tx: EntityManager,
    entry: {
      kind: OutboxKind;
      effectKey: string;
      caseId: string | null;
      payload: object;
      /** Not before this moment; at once where it is left out. */
      notBefore?: Date;
    },
  ): Promise<string> {
    const id = newId();
    const now = this.clock.now().toISOString();
    await tx.insert(OutboxEntry, {
      id,
      kind: entry.kind,
      effectKey: entry.effectKey,
      caseId: entry.caseId,
      sealedPayload: this.vault.seal(place(id, 'payload'), JSON.stringify(entry.payload)),
      status: 'pending',
      attempts: 0,
      dueAt: entry.notBefore?.toISOString() ?? now,
      sender: null,
      createdAt: now,
      doneAt: null,
      sealedAnswer: null,
    });
    return id;
  }

  /**
   * The key for a deed of a case that may have been asked for before: a new one after a refusal, null while the
   * earlier one stands or is under way.
   */
  async freshKey(tx: EntityManager, caseId: string, base: string): Promise<string | null> {
    const before = (await tx.findBy(OutboxEntry, { caseId })).filter(
      ({ effectKey }) => effectKey === base || effectKey.startsWith(`${base}:`),
    );
    if (before.some(({ status }) => status !== 'refused')) return null;
    return before.length === 0 ? base : `${base}:${before.length + 1}`;
  }

  /** Whether every deed that was asked for under one of the keys is done. */
  async isDone(tx: EntityManager, caseId: string, bases: readonly string[]): Promise<boolean> {
    const entries = await tx.findBy(OutboxEntry, { caseId });
    return bases.every((base) => {
      const tries = entries.filter(({ effectKey }) => effectKey === base || effectKey.startsWith(`${base}:`));
      return tries.length === 0 || tries.some(({ status }) => status === 'done');
    });
  }

  /** Sends what is due of a case now, in the request that caused it; what fails is tried again later. */
  async deliverFor(caseId: string, kind: OutboxKind): Promise<void> {
    const entries = await this.database.read.findBy(OutboxEntry, { caseId, kind, status: 'pending' });
    for (const entry of entries) await this.#deliver(entry);
  }

  /** What a process was sending when it ended: nobody waits for its lease. */
  async takeUpLeft(): Promise<void> {
    const sending = await this.database.read.find(OutboxEntry, {
      select: { id: true, sender: true },
      where: { status: 'sending' },
    });
    const senders = new Set(sending.flatMap(({ sender }) => sender ?? []));
    senders.delete(this.presence.id ?? '');
    const gone = await this.presence.gone([...senders]);
    if (gone.length === 0) return;
    await this.database.transaction((tx) =>
      tx.update(
        OutboxEntry,
        { status: 'sending', sender: In([...gone]) },
        { status: 'pending', sender: null, dueAt: this.#in(0) },
      ),
    );
  }

  /** Ids of entries that are due, the longest due first. */
  async due(limit: number): Promise<readonly string[]> {
    const due = await this.database.read.find(OutboxEntry, {
      select: { id: true },
      where: this.#isDue(),
      order: { dueAt: 'ASC' },
      take: limit,
    });
    return due.map(({ id }) => id);
  }

  /** Sends one entry, if it still is due. */
  async deliver(id: string): Promise<void> {
    const entry = await this.database.read.findOneBy(OutboxEntry, { ...this.#isDue(), id });
    if (entry !== null) await this.#deliver(entry);
  }

  #isDue(): FindOptionsWhere<OutboxEntry> {
    return { status: In(['pending', 'sending']), dueAt: LessThanOrEqual(this.clock.now().toISOString()) };
  }

  async #deliver(entry: OutboxEntry): Promise<void> {
    const handler = this.#handlers.get(entry.kind);
    if (handler === undefined || !(await this.#claim(entry))) return;
    const delivery: Delivery = {
      id: entry.id,
      caseId: entry.caseId,
      effectKey: entry.effectKey,
      payload: JSON.parse(this.vault.open(place(entry.id, 'payload'), entry.sealedPayload)),
      repeated: entry.attempts > 0,
    };
    const attempts = entry.attempts + 1;
    try {
      const result = await handler.send(delivery);
      await this.database.transaction(async (tx) => {
        const done = await tx.update(
          OutboxEntry,
          { id: entry.id, status: 'sending', attempts },
          {
            status: result.accepted ? 'done' : 'refused',
            doneAt: this.clock.now().toISOString(),
            sealedAnswer: this.vault.seal(place(entry.id, 'answer'), JSON.stringify(result.answer)),
          },
        );
        // Somebody took the entry over after our lease ended; what they settle counts.
        if (done.affected === 1) await handler.settle(tx, delivery, result);
      });
    } catch (error) {
      this.logger.warn({ kind: entry.kind, attempts, cause: causeOf(error) }, 'outbox entry postponed');
      await this.#postpone(entry.id, attempts);
    }
  }

  async #claim({ id, status, attempts }: OutboxEntry): Promise<boolean> {
    const claimed = await this.database.transaction((tx) =>
      tx.update(
        OutboxEntry,
        { id, status, attempts },
        { status: 'sending', attempts: attempts + 1, sender: this.presence.id, dueAt: this.#in(leaseMs) },
      ),
    );
    return claimed.affected === 1;
  }

  async #postpone(id: string, attempts: number): Promise<void> {
    const wait = Math.min(longestWaitMs, 1000 * 2 ** Math.min(attempts, 20));
    await this.database.transaction((tx) =>
      tx.update(
        OutboxEntry,
        { id, status: 'sending', attempts },
        { status: 'pending', sender: null, dueAt: this.#in(wait) },
      ),
    );
  }

  #in(ms: number): string {
    return new Date(this.clock.now().getTime() + ms).toISOString();
  }
}

const place = (id: string, column: string): string => `outbox:${id}:${column}`;
