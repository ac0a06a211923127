import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { GatewayRefused } from '../gateways/gateway-errors.js';
import type { SmsGateway } from '../gateways/sms/sms-gateway.js';
import { MESSAGE_TEMPLATES, SMS, WECHAT } from '../gateways/tokens.js';
import {
  messageTopics,
  type MessageFields,
  type MessageTemplates,
  type MessageTopic,
} from '../gateways/wechat/message-templates.js';
import type { SubscribedMessageResult, WechatGateway } from '../gateways/wechat/wechat-gateway.js';
import type { Delivery, DeliveryResult, OutboxHandler } from '../outbox/outbox-handler.js';
import { SubscriptionsService } from './subscriptions.service.js';

const message = z.object({
  personId: z.string(),
  topic: z.enum(messageTopics).nullable(),
  said: z.object({ item: z.string(), state: z.string(), todo: z.string(), until: z.string(), number: z.string() }),
  page: z.string(),
  sms: z.object({ phone: z.string(), template: z.string(), parameters: z.record(z.string(), z.string()) }).nullable(),
});
export type OutwardMessage = z.infer<typeof message>;

/**
 * Messages that go out of the inbox: by WeChat where the person has accepted one, else by SMS where the message asks for
 * it, else not at all. The SMS provider knows our key, so a repeated one is sent once.
 */
@Injectable()
export class MessageDeliveries implements OutboxHandler {
  readonly kind = 'message';

  constructor(
    private readonly subscriptions: SubscriptionsService,
    @Inject(WECHAT) private readonly wechat: WechatGateway,
    @Inject(SMS) private readonly sms: SmsGateway,
    @Inject(MESSAGE_TEMPLATES) private readonly templates: MessageTemplates,
  ) {}

  async send(delivery: Delivery): Promise<DeliveryResult> {
    const { personId, topic, said, page, sms } = message.parse(delivery.payload);
    if (topic !== null && (await this.#byWechat(delivery, personId, topic, said, page)))
      return { accepted: true, answer: { way: 'wechat' } };
    if (sms === null) return { accepted: true, answer: { way: 'inbox' } };
    const answer = await this.sms.send({ key: delivery.effectKey, ...sms });
    return { accepted: answer.accepted, answer: { way: 'sms', ...answer } };
  }

  async settle(): Promise<void> {
    // The message stands in the inbox; nothing here depends on how it went out.
  }

  /** Whether it was sent. Not knowing is an exception, and the message is tried again on the same consent. */
  async #byWechat(
    { effectKey, repeated }: Delivery,
    personId: string,
    topic: MessageTopic,
    said: MessageFields,
    page: string,
  ): Promise<boolean> {
    const template = this.templates[topic];
    if (template === undefined) return false;
    const account = await this.subscriptions.take(personId, topic, effectKey);
    if (account === null) return false;
    const data = Object.fromEntries(Object.entries(template.fields).map(([field, what]) => [field, said[what]]));
    const { openid, wechatIndex } = account;
    const result = await this.#sent({ openid, templateId: template.id, page, data });
    if (result.sent) return true;
    if (result.reason !== 'no-consent') {
      await this.subscriptions.giveBack(effectKey);
      return false;
    }
    // An earlier try, whose answer was lost, has used the consent up.
    if (repeated) return true;
    await this.subscriptions.void(wechatIndex, topic);
    return false;
  }

  async #sent(one: Parameters<WechatGateway['sendSubscribed']>[0]): Promise<SubscribedMessageResult> {
    try {
      return await this.wechat.sendSubscribed(one);
    } catch (error) {
      if (error instanceof GatewayRefused) return { sent: false, reason: 'bad-template' };
      throw error;
    }
  }
}
