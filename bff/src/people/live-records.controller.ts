import { Controller, Get, Query } from '@nestjs/common';
import type { AccountsView, EntitlementsView, PaymentsView } from '@yiban/shared-types/live-records';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { PeriodQuery } from './live-records.requests.js';
import { LiveRecordsService } from './live-records.service.js';

/** One's own records, live from the platform. */
@Controller('me')
@Access('citizen')
export class LiveRecordsController {
  constructor(private readonly records: LiveRecordsService) {}

  @Get('accounts')
  @Problems('platform-unavailable', 'person-not-found', 'unknown-region')
  async accounts(@Citizen() { personId }: CitizenCaller, @Query() { from, to }: PeriodQuery): Promise<AccountsView> {
    return this.records.accounts(personId, {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
  }

  @Get('payments')
  @Problems('platform-unavailable', 'person-not-found', 'unknown-region')
  async payments(@Citizen() { personId }: CitizenCaller): Promise<PaymentsView> {
    return this.records.payments(personId);
  }

  @Get('entitlements')
  @Problems('platform-unavailable', 'person-not-found', 'unknown-region')
  async entitlements(@Citizen() { personId }: CitizenCaller): Promise<EntitlementsView> {
    return this.records.entitlements(personId);
  }
}
