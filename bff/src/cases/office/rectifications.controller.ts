import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { RectificationPage } from '@yiban/shared-types/ratings';
import { Access, Problems } from '../../http/access.js';
import { IdempotencyKey, InOffice, type OfficerCaller } from '../../http/caller.js';
import { PageQuery } from '../../http/shared-requests.js';
import { CloseRectification } from './rectifications.requests.js';
import { RectifyingService } from './rectifying.service.js';

/** What bad ratings complain of, to be put right (整改). */
@Controller('agency/rectifications')
@Access(['window', 'first-reviewer', 'second-reviewer', 'supervisor'])
export class RectificationsController {
  constructor(private readonly rectifying: RectifyingService) {}

  @Get()
  async waiting(
    @InOffice() officer: OfficerCaller,
    @Query() { cursor, limit = 20 }: PageQuery,
  ): Promise<RectificationPage> {
    return this.rectifying.waiting(officer, cursor, limit);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Problems(
    'case-not-found',
    'rectification-not-found',
    'rectification-closed',
    'handled-by-you',
    'own-case',
    'idempotency-conflict',
  )
  async close(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { outcome }: CloseRectification,
  ): Promise<RectificationPage> {
    return this.rectifying.close(officer, key, id, outcome);
  }
}
