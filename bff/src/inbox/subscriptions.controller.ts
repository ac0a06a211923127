import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { SubscriptionsView } from '@yiban/shared-types/inbox';
import { Access, Problems } from '../http/access.js';
import { Citizen, IdempotencyKey, type CitizenCaller } from '../http/caller.js';
import { AcceptMessages } from './subscriptions.requests.js';
import { SubscriptionsService } from './subscriptions.service.js';

/** Messages by WeChat: what may be asked for, and what was accepted. */
@Controller('me/subscriptions')
@Access('citizen')
export class SubscriptionsController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Get()
  async view(@Citizen() caller: CitizenCaller): Promise<SubscriptionsView> {
    return this.subscriptions.view(caller);
  }

  @Post()
  @HttpCode(200)
  @Problems('not-in-wechat', 'unknown-template', 'idempotency-conflict')
  async accept(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Body() { templateIds }: AcceptMessages,
  ): Promise<SubscriptionsView> {
    return this.subscriptions.accept(caller, key, templateIds);
  }
}
