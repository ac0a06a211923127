import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { HeldCases } from '@yiban/shared-types/retention';
import { Access, Problems } from '../../http/access.js';
import { InOffice, type OfficerCaller } from '../../http/caller.js';
import { HoldCase } from './holds.requests.js';
import { HoldsService } from './holds.service.js';

/** Cases that are kept beyond their time: a review, a lawsuit, an inspection is under way. */
@Controller('agency/holds')
@Access(['supervisor'])
export class HoldsController {
  constructor(private readonly holds: HoldsService) {}

  @Get()
  async held(@InOffice() officer: OfficerCaller): Promise<HeldCases> {
    return this.holds.held(officer);
  }

  /** Said twice, the last reason counts. */
  @Post()
  @HttpCode(200)
  @Problems('case-not-found')
  async hold(@InOffice() officer: OfficerCaller, @Body() { number, reason }: HoldCase): Promise<HeldCases> {
    return this.holds.hold(officer, number, reason);
  }

  @Delete(':id')
  @Problems('case-not-found')
  async letGo(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<HeldCases> {
    return this.holds.letGo(officer, id);
  }
}
