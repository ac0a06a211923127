import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { EditedItem, RegionRules, RulesPreview, RulesVersion } from '@yiban/shared-types/administration';
import { Access, Problems } from '../http/access.js';
import { IdempotencyKey, InOffice, type OfficerCaller } from '../http/caller.js';
import { ChangeOfRules, OnDay, PublishRules } from './administration.requests.js';
import { RulesService } from './rules.service.js';

/** A region's rules, changed as data by its administrator. */
@Controller('agency/rules')
@Access(['administrator'])
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  @Get()
  async region(@InOffice() officer: OfficerCaller, @Query() { on }: OnDay): Promise<RegionRules> {
    return this.rules.rules(officer, on);
  }

  @Get('items/:item')
  @Problems('unknown-item')
  item(@InOffice() officer: OfficerCaller, @Param('item') item: string, @Query() { on }: OnDay): EditedItem {
    return this.rules.item(officer, item, on);
  }

  @Post('preview')
  @HttpCode(200)
  @Problems('rules-invalid', 'rules-unchanged', 'effective-date-past', 'body-too-large')
  async preview(@InOffice() officer: OfficerCaller, @Body() change: ChangeOfRules): Promise<RulesPreview> {
    return this.rules.preview(officer, change);
  }

  @Post('versions')
  @Problems('rules-invalid', 'rules-unchanged', 'effective-date-past', 'stale-rules', 'body-too-large')
  async publish(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Body() { over, changes, effectiveOn, basis }: PublishRules,
  ): Promise<RulesVersion> {
    return this.rules.publish(officer, key, { changes, effectiveOn, basis }, over);
  }

  /** Takes back what is not in effect yet. */
  @Delete('versions/:ordinal')
  @HttpCode(200)
  @Problems('version-not-found', 'version-in-effect')
  async cancel(
    @InOffice() officer: OfficerCaller,
    @Param('ordinal', ParseIntPipe) ordinal: number,
  ): Promise<RulesVersion> {
    return this.rules.cancel(officer, ordinal);
  }
}
