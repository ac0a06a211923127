import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import type { HolidayPreview, HolidayYear } from '@yiban/shared-types/administration';
import { Access, Problems } from '../http/access.js';
import { InOffice, type OfficerCaller } from '../http/caller.js';
import { NoticeText, TakeNotice } from './administration.requests.js';
import { HolidaysService } from './holidays.service.js';

/** The yearly notice of holidays: a year without one is provisional. */
@Controller('agency/holidays')
@Access(['administrator'])
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  async years(@InOffice() officer: OfficerCaller): Promise<readonly HolidayYear[]> {
    return this.holidays.years(officer);
  }

  /** What would be read from the notice, and what is to be looked at. */
  @Post(':year/preview')
  @HttpCode(200)
  preview(@Param('year', ParseIntPipe) year: number, @Body() { text }: NoticeText): HolidayPreview {
    return this.holidays.preview(year, text);
  }

  @Put(':year')
  @Problems('notice-unreadable')
  async take(
    @InOffice() officer: OfficerCaller,
    @Param('year', ParseIntPipe) year: number,
    @Body() notice: TakeNotice,
  ): Promise<HolidayYear> {
    return this.holidays.take(officer, year, notice);
  }
}
