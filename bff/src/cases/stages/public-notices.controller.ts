import { Controller, Get, Param, Query } from '@nestjs/common';
import type { PublicNoticePage } from '@yiban/shared-types/public-notices';
import { Access, Problems } from '../../http/access.js';
import { PageQuery } from '../../http/shared-requests.js';
import { PublicNoticesService } from './public-notices.service.js';

@Controller('regions/:region/public-notices')
@Access('public')
export class PublicNoticesController {
  constructor(private readonly notices: PublicNoticesService) {}

  @Get()
  @Problems('unknown-region')
  async page(@Param('region') region: string, @Query() { cursor, limit = 20 }: PageQuery): Promise<PublicNoticePage> {
    return this.notices.page(region, cursor, limit);
  }
}
