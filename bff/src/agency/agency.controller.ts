import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import type { OfficerCaseView, OfficerQueue, OfficerSession } from '@yiban/shared-types/agency';
import { Access, Problems } from '../http/access.js';
import { IdempotencyKey, InOffice, type OfficerCaller } from '../http/caller.js';
import { RefreshSession } from '../http/shared-requests.js';
import {
  AcceptCase,
  AskSupplement,
  Decide,
  OfficerLogin,
  PassReview,
  QueueQuery,
  RefuseGrant,
} from './agency.requests.js';
import { DecisionsService } from '../cases/office/decisions.service.js';
import { OfficeReader } from '../cases/office/office-reader.service.js';
import { Limited } from '../limits/limited.js';
import { OfficerLoginService } from './officer-login.service.js';

@Controller('agency')
@Access('officer')
export class AgencyController {
  constructor(
    private readonly logins: OfficerLoginService,
    private readonly decisions: DecisionsService,
    private readonly reader: OfficeReader,
  ) {}

  @Post('session')
  @Limited('login')
  @Access('public')
  @Problems('login-failed', 'login-locked', 'account-blocked')
  async login(@Body() login: OfficerLogin): Promise<OfficerSession> {
    return this.logins.login(login);
  }

  @Post('session/refresh')
  @Limited('refresh')
  @HttpCode(200)
  @Access('public')
  @Problems('session-expired', 'session-reused')
  async refresh(@Body() { refreshToken }: RefreshSession): Promise<OfficerSession> {
    return this.logins.refresh(refreshToken);
  }

  @Delete('session')
  @HttpCode(204)
  async logout(@InOffice() officer: OfficerCaller): Promise<void> {
    await this.logins.end(officer);
  }

  @Get('queue')
  async queue(
    @InOffice() officer: OfficerCaller,
    @Query() { limit = 50, ...filter }: QueueQuery,
  ): Promise<OfficerQueue> {
    return this.reader.queue(officer, { limit, ...filter });
  }

  @Get('cases/:id')
  @Problems('case-not-found')
  async one(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<OfficerCaseView> {
    return this.reader.one(officer, id);
  }

  @Get('cases/:id/documents/:document')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'private, no-store')
  @Problems('case-not-found', 'document-not-found')
  async document(
    @InOffice() officer: OfficerCaller,
    @Param('id') id: string,
    @Param('document') document: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.reader.pdf(officer, id, document));
  }

  @Post('cases/:id/claim')
  @HttpCode(200)
  @Problems('case-not-found', 'claimed-by-other', 'own-case', 'stale-case', 'transition-not-allowed')
  async claim(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<OfficerCaseView> {
    return this.decisions.claim(officer, id);
  }

  @Post('cases/:id/release')
  @HttpCode(204)
  @Problems('case-not-found')
  async release(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<void> {
    await this.decisions.release(officer, id);
  }

  @Post('cases/:id/accept')
  @HttpCode(200)
  @Access(['window', 'first-reviewer'])
  @Problems(
    'case-not-found',
    'claimed-by-other',
    'own-case',
    'stale-case',
    'transition-not-allowed',
    'grant-unchecked',
    'grant-not-valid',
  )
  async accept(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version, grantChecked = false }: AcceptCase,
  ): Promise<OfficerCaseView> {
    return this.decisions.accept(officer, { key, caseId, version }, grantChecked);
  }

  /** The papers on which a proxy acts are not in order. */
  @Post('cases/:id/refuse-grant')
  @HttpCode(200)
  @Access(['window', 'first-reviewer'])
  @Problems(
    'case-not-found',
    'claimed-by-other',
    'own-case',
    'stale-case',
    'transition-not-allowed',
    'supervisor-required',
  )
  async refuseGrant(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version, reason, outcome }: RefuseGrant,
  ): Promise<OfficerCaseView> {
    return this.decisions.refuseGrant(officer, { key, caseId, version }, reason, outcome);
  }

  @Post('cases/:id/decline')
  @HttpCode(200)
  @Access(['window', 'first-reviewer'])
  @Problems('case-not-found', 'claimed-by-other', 'own-case', 'stale-case', 'transition-not-allowed')
  async decline(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version, reason }: Decide,
  ): Promise<OfficerCaseView> {
    return this.decisions.decline(officer, { key, caseId, version }, reason);
  }

  @Post('cases/:id/supplement')
  @HttpCode(200)
  @Access(['window', 'first-reviewer', 'second-reviewer', 'expert', 'supervisor'])
  @Problems(
    'case-not-found',
    'claimed-by-other',
    'own-case',
    'stale-case',
    'transition-not-allowed',
    'same-officer',
    'supervisor-required',
    'reason-required',
    'unknown-material',
    'unknown-question',
  )
  async supplement(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version, items, supervisorReason }: AskSupplement,
  ): Promise<OfficerCaseView> {
    const lines = items.map(({ material = null, question = null, reason }) => ({ material, question, reason }));
    return this.decisions.askSupplement(officer, { key, caseId, version }, lines, supervisorReason ?? null);
  }

  /** Passes the review that the case is in: first, second, expert, site assessment or public notice. */
  @Post('cases/:id/pass')
  @HttpCode(200)
  @Access(['first-reviewer', 'second-reviewer', 'expert'])
  @Problems(
    'case-not-found',
    'claimed-by-other',
    'own-case',
    'same-officer',
    'stale-case',
    'transition-not-allowed',
    'settlement-invalid',
  )
  async pass(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version, settlement, remark }: PassReview,
  ): Promise<OfficerCaseView> {
    return this.decisions.pass(officer, { key, caseId, version }, settlement, remark);
  }

  @Post('cases/:id/send-back')
  @HttpCode(200)
  @Access(['second-reviewer', 'payer'])
  @Problems(
    'case-not-found',
    'claimed-by-other',
    'own-case',
    'same-officer',
    'stale-case',
    'transition-not-allowed',
    'payment-under-way',
  )
  async sendBack(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version, reason }: Decide,
  ): Promise<OfficerCaseView> {
    return this.decisions.sendBack(officer, { key, caseId, version }, reason);
  }

  @Post('cases/:id/reject')
  @HttpCode(200)
  @Access(['first-reviewer', 'second-reviewer', 'expert'])
  @Problems('case-not-found', 'claimed-by-other', 'own-case', 'same-officer', 'stale-case', 'transition-not-allowed')
  async reject(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') caseId: string,
    @Body() { version, reason }: Decide,
  ): Promise<OfficerCaseView> {
    return this.decisions.reject(officer, { key, caseId, version }, reason);
  }
}
