import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { PayablePage, PaymentBatchPage, PaymentBatchView, ResultsImport } from '@yiban/shared-types/payments';
import { Access, Problems } from '../http/access.js';
import { IdempotencyKey, InOffice, type OfficerCaller } from '../http/caller.js';
import { xlsx } from '../http/xlsx-download.js';
import { PageQuery } from '../http/shared-requests.js';
import { FreezeBatch, ImportResults, TakeFile } from './payments.requests.js';
import { PaymentResultsService } from './payment-results.service.js';
import { PaymentsService } from './payments.service.js';

const types = {
  gb18030: 'text/csv; charset=gb18030',
  'utf-8': 'text/csv; charset=utf-8',
  xlsx,
} as const;

/** How decided money gets to people: the one way to pay. A batch may be of one case. */
@Controller('agency')
@Access(['payer'])
export class PaymentsController {
  constructor(
    private readonly payments: PaymentsService,
    private readonly results: PaymentResultsService,
  ) {}

  /** Cases of the region that wait for payment and are in no batch. */
  @Get('payables')
  async payables(
    @InOffice() officer: OfficerCaller,
    @Query() { cursor, limit = 100 }: PageQuery,
  ): Promise<PayablePage> {
    return this.payments.payables(officer, cursor, limit);
  }

  @Get('payment-batches')
  @Access(['payer', 'supervisor'])
  async batches(
    @InOffice() officer: OfficerCaller,
    @Query() { cursor, limit = 20 }: PageQuery,
  ): Promise<PaymentBatchPage> {
    return this.payments.batches(officer, cursor, limit);
  }

  @Post('payment-batches')
  @Problems('payment-not-possible', 'payment-total-differs', 'idempotency-conflict')
  async freeze(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Body() { cases, total }: FreezeBatch,
  ): Promise<PaymentBatchView> {
    return this.payments.freeze(officer, key, cases, total);
  }

  @Get('payment-batches/:id')
  @Access(['payer', 'supervisor'])
  @Problems('batch-not-found')
  async one(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<PaymentBatchView> {
    return this.payments.one(officer, id);
  }

  /** The file for the bank; taking it is written down, so it is no read. The same bytes each time. */
  @Post('payment-batches/:id/file')
  @HttpCode(200)
  @ApiProduces(...Object.values(types))
  @Problems('batch-not-found', 'same-officer', 'own-case')
  async file(
    @InOffice() officer: OfficerCaller,
    @Param('id') id: string,
    @Body() { format }: TakeFile,
  ): Promise<StreamableFile> {
    const { number, bytes } = await this.payments.file(officer, id, format);
    const name = `yiban-${number}.${format === 'xlsx' ? 'xlsx' : 'csv'}`;
    return new StreamableFile(bytes, { type: types[format], disposition: `attachment; filename="${name}"` });
  }

  /** The bank's results. Every bad row is named, and then none is taken. */
  @Post('payment-batches/:id/results')
  @HttpCode(200)
  @Problems(
    'batch-not-found',
    'same-officer',
    'own-case',
    'results-unreadable',
    'results-invalid',
    'idempotency-conflict',
  )
  async takeResults(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { file }: ImportResults,
  ): Promise<ResultsImport> {
    return this.results.import(officer, key, id, Buffer.from(file, 'base64'));
  }

  /** Gives the cases back, while nobody has taken the file. */
  @Post('payment-batches/:id/dissolve')
  @HttpCode(204)
  @Problems('batch-not-found', 'batch-with-bank')
  async dissolve(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<void> {
    await this.payments.dissolve(officer, id);
  }
}
