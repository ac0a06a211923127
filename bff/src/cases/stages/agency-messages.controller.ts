import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { ConversationMessage } from '@yiban/shared-types/cases';
import { Access, Problems } from '../../http/access.js';
import { IdempotencyKey, InOffice, type OfficerCaller } from '../../http/caller.js';
import { AnswerPerson } from './stages.requests.js';
import { StagesService } from './stages.service.js';

@Controller('agency/cases/:id/messages')
@Access('officer')
export class AgencyMessagesController {
  constructor(private readonly stages: StagesService) {}

  @Get()
  @Problems('case-not-found')
  async messages(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<readonly ConversationMessage[]> {
    return this.stages.officeMessages(officer, id);
  }

  @Post()
  @Access(['window', 'first-reviewer', 'second-reviewer', 'supervisor'])
  @Problems('case-not-found', 'own-case', 'no-conversation', 'idempotency-conflict')
  async answer(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { text }: AnswerPerson,
  ): Promise<readonly ConversationMessage[]> {
    return this.stages.answer(officer, { key, caseId }, text);
  }
}
