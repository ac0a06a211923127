import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { CaseView, ConversationMessage } from '@yiban/shared-types/cases';
import { Access, Problems } from '../../http/access.js';
import { Citizen, IdempotencyKey, type CitizenCaller } from '../../http/caller.js';
import { Versioned } from '../../http/shared-requests.js';
import { problem } from '../../problems/problem.js';
import { GiveFeedback, SayToAgency } from './stages.requests.js';
import { StagesService } from './stages.service.js';

@Controller('cases/:id')
@Access('citizen')
export class StagesController {
  constructor(private readonly stages: StagesService) {}

  @Get('messages')
  @Problems('case-not-found')
  async messages(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<readonly ConversationMessage[]> {
    return this.stages.messages(caller, id);
  }

  @Post('messages')
  @Problems('case-not-found', 'no-conversation', 'upload-not-found', 'upload-incomplete', 'idempotency-conflict')
  async say(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { text, uploads = [] }: SayToAgency,
  ): Promise<readonly ConversationMessage[]> {
    return this.stages.say(caller, { key, caseId }, { text, uploads });
  }

  @Post('solved')
  @HttpCode(200)
  @Problems('case-not-found', 'no-conversation', 'stale-case', 'transition-not-allowed', 'idempotency-conflict')
  async solved(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version }: Versioned,
  ): Promise<CaseView> {
    return this.stages.solved(caller, { key, caseId }, version);
  }

  @Post('feedback')
  @HttpCode(200)
  @Problems(
    'case-not-found',
    'no-feedback-asked',
    'reason-required',
    'stale-case',
    'transition-not-allowed',
    'idempotency-conflict',
  )
  async feedback(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version, agrees, text = '' }: GiveFeedback,
  ): Promise<CaseView> {
    if (!agrees && text.trim() === '') throw problem('reason-required');
    return this.stages.feedback(caller, { key, caseId }, version, { agrees, text });
  }
}
