import { Inject, Injectable } from '@nestjs/common';
import type { SubscriptionsView } from '@yiban/shared-types/inbox';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { MESSAGE_TEMPLATES } from '../gateways/tokens.js';
import { messageTopics, type MessageTemplates, type MessageTopic } from '../gateways/wechat/message-templates.js';
import type { CitizenCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { newId } from '../ids.js';
import { problem } from '../problems/problem.js';
import { SessionService, type OpenWechatAccount } from '../session/session.service.js';
import { SubscriptionConsent } from './subscription-consent.entity.js';

/** No more of one topic than a few cases can use up: WeChat forgets what was accepted long ago. */
const mostLeft = 20;

/** The ledger of subscription messages. WeChat tells nobody what is left: one accept is one message, counted here. */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly sessions: SessionService,
    @Inject(MESSAGE_TEMPLATES) private readonly templates: MessageTemplates,
  ) {}

  /** What may be asked for on this phone, and how many messages are left of each; nothing in a browser. */
  async view(caller: CitizenCaller): Promise<SubscriptionsView> {
    const wechatIndex = await this.sessions.wechatIndex(caller);
    if (wechatIndex === null) return { templates: [] };
    const left = await this.database.read.findBy(SubscriptionConsent, { wechatIndex, usedAt: IsNull() });
    return {
      templates: messageTopics.flatMap((topic) => {
        const template = this.templates[topic];
        if (template === undefined) return [];
        return [{ topic, templateId: template.id, left: left.filter((one) => one.topic === topic).length }];
      }),
    };
  }

  /** Writes down what the person has just accepted. Throws `not-in-wechat`, `unknown-template`. */
  async accept(caller: CitizenCaller, key: string, templateIds: readonly string[]): Promise<SubscriptionsView> {
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: 'accept-messages', body: { templateIds } },
      async () => {
        const wechatIndex = await this.sessions.wechatIndex(caller);
        if (wechatIndex === null) throw problem('not-in-wechat');
        const topics = [...new Set(templateIds)].map((id) => this.#topicOf(id));
        return async (tx) => {
          for (const topic of topics) await this.#accept(tx, wechatIndex, topic);
          return wechatIndex;
        };
      },
      async () => this.view(caller),
    );
  }

  /** Takes one consent for a message, in any WeChat account of the person; the same one again for the same message. */
  async take(personId: string, topic: MessageTopic, usedFor: string): Promise<OpenWechatAccount | null> {
    return this.database.transaction(async (tx) => {
      const accounts = await this.sessions.wechatAccounts(tx, personId);
      const accountOf = ({ wechatIndex }: SubscriptionConsent): OpenWechatAccount | null =>
        accounts.find((account) => account.wechatIndex === wechatIndex) ?? null;
      const taken = await tx.findOneBy(SubscriptionConsent, { usedFor });
      if (taken !== null) return accountOf(taken);
      const left = await tx.find(SubscriptionConsent, {
        where: { wechatIndex: In(accounts.map(({ wechatIndex }) => wechatIndex)), topic, usedAt: IsNull() },
        order: { acceptedAt: 'ASC' },
        take: 1,
      });
      for (const consent of left) {
        const usedAt = this.clock.now().toISOString();
        const { affected } = await tx.update(
          SubscriptionConsent,
          { id: consent.id, usedAt: IsNull() },
          { usedAt, usedFor },
        );
        if (affected === 1) return accountOf(consent);
      }
      return null;
    });
  }

  /** Nothing was sent: the consent is good for another message. */
  async giveBack(usedFor: string): Promise<void> {
    await this.database.transaction((tx) =>
      tx.update(SubscriptionConsent, { usedFor }, { usedAt: null, usedFor: null }),
    );
  }

  /** WeChat knows of no consent (refused in the settings, or used up): what the ledger has of the topic is void. */
  async void(wechatIndex: string, topic: MessageTopic): Promise<void> {
    const usedAt = this.clock.now().toISOString();
    await this.database.transaction((tx) =>
      tx.update(SubscriptionConsent, { wechatIndex, topic, usedAt: IsNull() }, { usedAt }),
    );
  }

  /** Of a person who leaves: must come before their WeChat accounts are nobody's. */
  async clear(tx: EntityManager, personId: string): Promise<void> {
    const accounts = await this.sessions.wechatAccounts(tx, personId);
    if (accounts.length > 0)
      await tx.delete(SubscriptionConsent, { wechatIndex: In(accounts.map(({ wechatIndex }) => wechatIndex)) });
  }

  async #accept(tx: EntityManager, wechatIndex: string, topic: MessageTopic): Promise<void> {
    if ((await tx.countBy(SubscriptionConsent, { wechatIndex, topic, usedAt: IsNull() })) >= mostLeft) return;
    await tx.insert(SubscriptionConsent, {
      id: newId(),
      wechatIndex,
      topic,
      acceptedAt: this.clock.now().toISOString(),
      usedAt: null,
      usedFor: null,
    });
  }

  #topicOf(templateId: string): MessageTopic {
    const topic = messageTopics.find((one) => this.templates[one]?.id === templateId);
    if (topic === undefined) throw problem('unknown-template');
    return topic;
  }
}
