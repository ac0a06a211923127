import { Controller, Get, Query } from '@nestjs/common';
import type { BusyProxyPage } from '@yiban/shared-types/grants';
import { Access } from '../../http/access.js';
import { InOffice, type OfficerCaller } from '../../http/caller.js';
import { PageQuery } from '../../http/shared-requests.js';
import { BusyProxies } from './busy-proxies.service.js';

@Controller('agency/proxies')
@Access(['supervisor', 'administrator'])
export class BusyProxiesController {
  constructor(private readonly proxies: BusyProxies) {}

  /** Who acts for more people than the region's data call usual. */
  @Get()
  async page(@InOffice() officer: OfficerCaller, @Query() { cursor, limit = 20 }: PageQuery): Promise<BusyProxyPage> {
    return this.proxies.page(officer, cursor, limit);
  }
}
