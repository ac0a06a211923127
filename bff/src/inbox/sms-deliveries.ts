import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { SmsGateway } from '../gateways/sms/sms-gateway.js';
import { SMS } from '../gateways/tokens.js';
import type { Delivery, DeliveryResult, OutboxHandler } from '../outbox/outbox-handler.js';

const message = z.object({ phone: z.string(), template: z.string(), parameters: z.record(z.string(), z.string()) });

/** Text messages of the outbox; the provider knows our key, so a repeated one is sent once. */
@Injectable()
export class SmsDeliveries implements OutboxHandler {
  readonly kind = 'message';

  constructor(@Inject(SMS) private readonly sms: SmsGateway) {}

  async send({ effectKey, payload }: Delivery): Promise<DeliveryResult> {
    const answer = await this.sms.send({ key: effectKey, ...message.parse(payload) });
    return { accepted: answer.accepted, answer };
  }

  async settle(): Promise<void> {
    // The message stands in the inbox; nothing here depends on the SMS.
  }
}
