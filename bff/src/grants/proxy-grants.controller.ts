import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type { GrantPage, GrantRequestView, GrantTerms, GrantView } from '@yiban/shared-types/grants';
import { Access, Problems } from '../http/access.js';
import { Citizen, IdempotencyKey, InSession, type CitizenCaller, type SessionCaller } from '../http/caller.js';
import { PageQuery } from '../http/shared-requests.js';
import { Limited } from '../limits/limited.js';
import { GrantSigningService } from './grant-signing.service.js';
import {
  AskGrantRequest,
  RefuseGrantRequest,
  ScanPrincipal,
  SignGrantRequest,
  TellPrincipal,
  TermsQuery,
} from './proxy-grants.requests.js';
import { ProxyGrantsService } from './proxy-grants.service.js';

/** Who may file for whom (委托). */
@Controller('grants')
@Access('citizen')
export class ProxyGrantsController {
  constructor(
    private readonly grants: ProxyGrantsService,
    private readonly signing: GrantSigningService,
  ) {}

  /** What may be asked for: until when, which items. */
  @Get('terms')
  @Problems('unknown-region')
  async terms(@Citizen() caller: CitizenCaller, @Query() { region }: TermsQuery): Promise<GrantTerms> {
    return this.grants.terms(caller, region);
  }

  /** Asks to act for somebody: gives a link to sign by, or, with papers, a grant that an officer checks. */
  @Post()
  @Limited('scan')
  @Problems(
    'grant-until',
    'grant-incomplete',
    'grant-self',
    'item-not-for-others',
    'unknown-region',
    'person-not-found',
    'platform-unavailable',
    'upload-not-found',
    'upload-incomplete',
    'upload-attached',
    'idempotency-conflict',
  )
  async ask(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Body() asked: AskGrantRequest,
  ): Promise<GrantView> {
    return this.grants.ask(caller, key, asked);
  }

  @Get()
  async list(@Citizen() caller: CitizenCaller, @Query() { cursor, limit = 20 }: PageQuery): Promise<GrantPage> {
    return this.grants.page(caller, cursor, limit);
  }

  /** What a link shows to whoever was sent it; names are masked until a credential was scanned. */
  @Get('requests/:code')
  @Limited('link')
  @Access('session')
  @Header('cache-control', 'no-store')
  @Problems('grant-not-found', 'grant-link-used')
  async request(@InSession() caller: SessionCaller, @Param('code') code: string): Promise<GrantRequestView> {
    return this.signing.request(caller, code);
  }

  @Get(':id')
  @Problems('grant-not-found')
  async one(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<GrantView> {
    return this.grants.one(caller, id);
  }

  /** 授权委托书. */
  @Get(':id/letter')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'private, no-store')
  @Problems('grant-not-found', 'document-not-found', 'document-glyph-missing')
  async letter(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.grants.letter(caller, id));
  }

  /** The principal's credential, scanned on the proxy's phone; the session stays the proxy's. */
  @Post(':id/principal')
  @Limited('scan')
  @HttpCode(200)
  @Problems(
    'grant-not-found',
    'grant-link-used',
    'grant-link-expired',
    'grant-self',
    'grant-until',
    'item-not-for-others',
    'unknown-region',
    'credential-used',
    'credential-expired',
    'credential-forged',
    'credential-unavailable',
  )
  async scan(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Body() { qr }: ScanPrincipal,
  ): Promise<GrantRequestView> {
    return this.signing.scan(caller, id, qr);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Problems(
    'grant-not-found',
    'grant-link-used',
    'grant-link-expired',
    'grant-scan-needed',
    'grant-self',
    'grant-signature',
    'grant-until',
    'item-not-for-others',
    'unknown-region',
    'upload-not-found',
    'upload-incomplete',
    'upload-expired',
    'idempotency-conflict',
  )
  async sign(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() given: SignGrantRequest,
  ): Promise<GrantView> {
    return this.signing.sign(caller, key, id, given);
  }

  /** The one who was asked says no. */
  @Post(':id/refuse')
  @HttpCode(204)
  @Problems('grant-not-found', 'grant-link-used', 'grant-link-expired', 'grant-self', 'idempotency-conflict')
  async refuse(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { code }: RefuseGrantRequest,
  ): Promise<void> {
    await this.signing.refuse(caller, key, id, code);
  }

  /** The principal chooses whether to be told. */
  @Patch(':id')
  @Problems('grant-not-found')
  async tell(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Body() { tellPrincipal }: TellPrincipal,
  ): Promise<GrantView> {
    return this.grants.tell(caller, id, tellPrincipal);
  }

  /** The principal revokes, the proxy gives back or takes a request back. */
  @Delete(':id')
  @HttpCode(204)
  @Problems('grant-not-found')
  async end(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<void> {
    await this.grants.end(caller, id);
  }
}
