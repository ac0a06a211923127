import { Injectable } from '@nestjs/common';
import type { InboxPage } from '@yiban/shared-types/inbox';
import { LessThan, type EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock } from '../clock.js';
import { z } from 'zod';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import type { MessageFields, MessageTopic } from '../gateways/wechat/message-templates.js';
import { newId } from '../ids.js';
import { Outbox } from '../outbox/outbox.js';
import { InboxMessage } from './inbox-message.entity.js';
import type { OutwardMessage } from './message-deliveries.js';
import { firstMoment } from './quiet-hours.js';
import { SubscriptionsService } from './subscriptions.service.js';

export interface Telling {
  readonly personId: string;
  /** Null for what is about no case. */
  readonly caseId: string | null;
  /** What happened, in a few words. */
  readonly title: string;
  /** What happened, what to do, until when. */
  readonly body: string;
  /** Also out of the inbox: by WeChat where the person has accepted it, else by SMS where a number is given. */
  readonly outward?: {
    readonly region: string;
    /** The person waits for it: told at once, whatever the hour. */
    readonly urgent: boolean;
    /** By WeChat only for a topic that people can accept. */
    readonly topic: MessageTopic | null;
    readonly said: MessageFields;
    /** The template of the provider and its parameters; null where the inbox is enough. */
    readonly sms: {
      readonly phone: string;
      readonly template: string;
      readonly parameters: Readonly<Record<string, string>>;
    } | null;
  };
}

const text = z.object({ title: z.string(), body: z.string() });

/** Messages to people: always in the inbox, and out by WeChat or SMS where the person asked for it or must do something. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly catalogue: CatalogueService,
    private readonly subscriptions: SubscriptionsService,
  ) {}

  async tell(tx: EntityManager, { personId, caseId, title, body, outward }: Telling): Promise<void> {
    const id = newId();
    await tx.insert(InboxMessage, {
      id,
      personId,
      caseId,
      sealedText: this.vault.seal(place(id), JSON.stringify({ title, body })),
      createdAt: this.clock.now().toISOString(),
      readAt: null,
    });
    if (outward === undefined) return;
    const { region, urgent, topic, said, sms } = outward;
    const payload: OutwardMessage = {
      personId,
      topic,
      said,
      page: caseId === null ? 'packages/query/messages/index' : `pages/case/index?id=${caseId}`,
      sms: sms === null ? null : { ...sms, parameters: { ...sms.parameters } },
    };
    await this.outbox.enqueue(tx, {
      kind: 'message',
      effectKey: `message:${id}`,
      caseId,
      payload,
      ...(urgent
        ? {}
        : { notBefore: firstMoment(this.clock.now(), this.catalogue.region(region).policies.quietHours) }),
    });
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
    await this.subscriptions.clear(tx, personId);
  }

  async markRead(personId: string, id: string): Promise<void> {
    await this.database.transaction((tx) =>
      tx.update(InboxMessage, { id, personId }, { readAt: this.clock.now().toISOString() }),
    );
  }
}

const place = (id: string): string => `inbox:${id}:text`;
