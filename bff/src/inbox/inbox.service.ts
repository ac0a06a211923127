import { Injectable } from '@nestjs/common';
import type { InboxPage } from '@yiban/shared-types/inbox';
import { LessThan, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { z } from 'zod';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { newId } from '../ids.js';
import { Outbox } from '../outbox/outbox.js';
import { InboxMessage } from './inbox-message.entity.js';

export interface Telling {
  readonly personId: string;
  readonly caseId: string;
  /** What happened, in a few words. */
  readonly title: string;
  /** What happened, what to do, until when. */
  readonly body: string;
  /** Also by SMS to this number: the template of the provider and its parameters. */
  readonly sms?: {
    readonly phone: string;
    readonly template: string;
    readonly parameters: Readonly<Record<string, string>>;
  };
}

const text = z.object({ title: z.string(), body: z.string() });

/** Messages to people: always in the inbox, and out by SMS where something must be done. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async tell(tx: EntityManager, { personId, caseId, title, body, sms }: Telling): Promise<void> {
    const id = newId();
    await tx.insert(InboxMessage, {
      id,
      personId,
      caseId,
      sealedText: this.vault.seal(place(id), JSON.stringify({ title, body })),
      createdAt: this.clock.now().toISOString(),
      readAt: null,
    });
    if (sms !== undefined)
      await this.outbox.enqueue(tx, { kind: 'message', effectKey: `sms:${id}`, caseId, payload: sms });
  }

  async page(personId: string, cursor: string | undefined, limit: number): Promise<InboxPage> {
    const rows = await this.database.read.find(InboxMessage, {
      where: { personId, ...(cursor === undefined ? {} : { id: LessThan(cursor) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(({ id, caseId, sealedText, createdAt, readAt }) => ({
        id,
        caseId,
        ...openJson(this.vault, place(id), sealedText, text),
        at: createdAt,
        read: readAt !== null,
      })),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async clear(tx: EntityManager, personId: string): Promise<void> {
    await tx.delete(InboxMessage, { personId });
  }

  async markRead(personId: string, id: string): Promise<void> {
    await this.database.transaction((tx) =>
      tx.update(InboxMessage, { id, personId }, { readAt: this.clock.now().toISOString() }),
    );
  }
}

const place = (id: string): string => `inbox:${id}:text`;
