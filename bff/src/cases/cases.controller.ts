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
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type { CasePage, CaseView, CheckResult } from '@yiban/shared-types/cases';
import type { RegistrationsView } from '@yiban/shared-types/session';
import { Access, Problems } from '../http/access.js';
import { Citizen, IdempotencyKey, type CitizenCaller } from '../http/caller.js';
import { RatingsService } from '../ratings/ratings.service.js';
import { PageQuery, Versioned } from '../http/shared-requests.js';
import { AttachMaterial, OpenCase, RateCase, SaveCase, WithdrawCase } from './cases.requests.js';
import { CasesReader } from './cases.reader.js';
import { DraftOpening } from './draft-opening.service.js';
import { DraftsService } from './drafts.service.js';
import { SubmissionsService } from './submissions.service.js';

@Controller('cases')
@Access('citizen')
export class CasesController {
  constructor(
    private readonly opening: DraftOpening,
    private readonly drafts: DraftsService,
    private readonly submissions: SubmissionsService,
    private readonly reader: CasesReader,
    private readonly ratings: RatingsService,
  ) {}

  @Post()
  @Problems(
    'unknown-region',
    'unknown-item',
    'item-not-filed',
    'wrong-region',
    'unit-required',
    'unit-not-found',
    'draft-exists',
    'grant-not-found',
    'grant-not-valid',
    'grant-out-of-scope',
    'item-not-for-others',
    'idempotency-conflict',
  )
  async open(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Body() draft: OpenCase,
  ): Promise<CaseView> {
    return this.opening.open(caller, key, draft);
  }

  @Get()
  async list(@Citizen() caller: CitizenCaller, @Query() { cursor, limit = 20 }: PageQuery): Promise<CasePage> {
    return this.reader.page(caller, cursor, limit);
  }

  @Get(':id')
  @Problems('case-not-found')
  async one(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<CaseView> {
    return this.reader.one(caller, id);
  }

  /** Remote-care registrations in force of whom the case is about, live from the platform. */
  @Get(':id/registrations')
  @Problems('case-not-found', 'grant-not-valid', 'grant-unchecked', 'platform-unavailable', 'person-not-found')
  async registrations(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<RegistrationsView> {
    return this.reader.registrations(caller, id);
  }

  @Patch(':id')
  @Problems('case-not-found', 'grant-not-valid', 'unknown-question', 'stale-case', 'transition-not-allowed')
  async save(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Body() { version, form }: SaveCase,
  ): Promise<CaseView> {
    return this.drafts.save(caller, id, version, form);
  }

  @Delete(':id')
  @HttpCode(204)
  @Problems('case-not-found', 'transition-not-allowed')
  async discard(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<void> {
    await this.drafts.discard(caller, id);
  }

  @Post(':id/check')
  @HttpCode(200)
  @Problems('case-not-found', 'grant-not-valid')
  async check(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<CheckResult> {
    return this.submissions.check(caller, id);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Problems(
    'case-not-found',
    'grant-not-valid',
    'case-incomplete',
    'receipt-used',
    'stale-case',
    'transition-not-allowed',
    'idempotency-conflict',
  )
  async submit(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { version }: Versioned,
  ): Promise<CaseView> {
    return this.submissions.submit(caller, key, id, version);
  }

  @Post(':id/supplement')
  @HttpCode(200)
  @Problems(
    'case-not-found',
    'grant-not-valid',
    'case-incomplete',
    'receipt-used',
    'stale-case',
    'transition-not-allowed',
    'idempotency-conflict',
  )
  async supplement(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { version }: Versioned,
  ): Promise<CaseView> {
    return this.submissions.supplement(caller, key, id, version);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Problems('case-not-found', 'grant-not-valid', 'stale-case', 'transition-not-allowed', 'idempotency-conflict')
  async withdraw(
    @Citizen() caller: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { version, reason }: WithdrawCase,
  ): Promise<CaseView> {
    return this.submissions.withdraw(caller, key, id, version, reason ?? '');
  }

  @Post(':id/rating')
  @HttpCode(200)
  @Problems('case-not-found', 'grant-not-valid', 'already-rated', 'transition-not-allowed')
  async rate(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Body() { grade, comment }: RateCase,
  ): Promise<CaseView> {
    await this.ratings.rate(caller, id, grade, comment ?? null);
    return this.reader.one(caller, id);
  }

  @Put(':id/materials/:material')
  @Problems(
    'case-not-found',
    'grant-not-valid',
    'unknown-material',
    'upload-not-found',
    'upload-incomplete',
    'stale-case',
    'transition-not-allowed',
  )
  async attach(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Param('material') material: string,
    @Body() { uploads = [], ...attachment }: AttachMaterial,
  ): Promise<CaseView> {
    return this.drafts.attach(caller, id, material, { ...attachment, uploads });
  }

  @Delete(':id/materials/:material')
  @Problems('case-not-found', 'grant-not-valid', 'stale-case', 'transition-not-allowed')
  async detach(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Param('material') material: string,
    @Query() { version }: Versioned,
  ): Promise<CaseView> {
    return this.drafts.detach(caller, id, material, version);
  }

  @Get(':id/documents/:document')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'private, no-store')
  @Problems('case-not-found', 'document-not-found', 'document-glyph-missing')
  async document(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Param('document') document: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.reader.pdf(caller, id, document));
  }
}
