import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { ConsentsView } from '@yiban/shared-types/consents';
import { Access } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { AnswerConsent } from './consents.requests.js';
import { ConsentsService } from './consents.service.js';

@Controller('me/consents')
@Access('citizen')
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  /** All there ever were, withdrawn ones too. */
  @Get()
  async all(@Citizen() { personId }: CitizenCaller): Promise<ConsentsView> {
    return { consents: await this.consents.all(personId) };
  }

  /** Writes down that the person agreed to a text or withdrew; said twice, it is written once. */
  @Post()
  @HttpCode(200)
  async answer(@Citizen() { personId }: CitizenCaller, @Body() answer: AnswerConsent): Promise<ConsentsView> {
    return this.consents.answer(personId, answer);
  }
}
