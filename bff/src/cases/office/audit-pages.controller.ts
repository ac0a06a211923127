import { Controller, Get, Query } from '@nestjs/common';
import type { AuditPage } from '@yiban/shared-types/agency';
import { Access, Problems } from '../../http/access.js';
import { InOffice, type OfficerCaller } from '../../http/caller.js';
import { AuditPages } from './audit-pages.service.js';
import { AuditQuery } from './audit-pages.requests.js';

@Controller('agency/audit')
@Access(['supervisor'])
export class AuditPagesController {
  constructor(private readonly pages: AuditPages) {}

  /** Who saw or did what: about one case, or by one officer. */
  @Get()
  @Problems('case-not-found', 'officer-not-found')
  async page(@InOffice() supervisor: OfficerCaller, @Query() { limit = 30, ...asked }: AuditQuery): Promise<AuditPage> {
    return this.pages.page(supervisor, { ...asked, limit });
  }
}
