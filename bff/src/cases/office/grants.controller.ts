import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { Access, Problems } from '../../http/access.js';
import { IdempotencyKey, InOffice, type OfficerCaller } from '../../http/caller.js';
import { StartGrant } from './grants.requests.js';
import { GrantsService } from './grants.service.js';
import { OfficeReader } from './office-reader.service.js';
import { TransferWatch } from '../legs/transfer-watch.js';

/** What an agency does of its own accord: start a case for a person, ask the other agency of a transfer. */
@Controller('agency')
@Access('officer')
export class GrantsController {
  constructor(
    private readonly grants: GrantsService,
    private readonly transfers: TransferWatch,
    private readonly reader: OfficeReader,
  ) {}

  @Post('grants')
  @Access(['window', 'first-reviewer'])
  @Problems(
    'unknown-item',
    'item-not-started',
    'person-not-found',
    'platform-unavailable',
    'case-incomplete',
    'own-case',
    'idempotency-conflict',
  )
  async start(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Body() { item, person, form }: StartGrant,
  ): Promise<OfficerCaseView> {
    const { idType, idNo, name } = person;
    return this.grants.start(officer, key, { item, person: { idType, idNo: idNo.toUpperCase(), name }, form });
  }

  /** Asks whether the other agency has answered, without waiting for the next round. */
  @Post('cases/:id/legs/look')
  @HttpCode(200)
  @Problems('case-not-found', 'platform-unavailable')
  async look(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<OfficerCaseView> {
    await this.reader.one(officer, id);
    await this.transfers.look(id);
    return this.reader.one(officer, id);
  }
}
