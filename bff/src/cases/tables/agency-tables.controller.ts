import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import type { TableRows } from '@yiban/shared-types/cases';
import { Access, Problems } from '../../http/access.js';
import { InOffice, type OfficerCaller } from '../../http/caller.js';
import { TableRowsQuery } from './case-tables.requests.js';
import { CaseTablesService } from './case-tables.service.js';
import { asDownload, xlsx } from '../../http/xlsx-download.js';

/** Tables of the cases of an officer's region. */
@Controller('agency/cases/:id/tables/:question')
@Access('officer')
export class AgencyTablesController {
  constructor(private readonly tables: CaseTablesService) {}

  @Get()
  @Problems('case-not-found', 'unknown-question')
  async rows(
    @InOffice() officer: OfficerCaller,
    @Param('id') id: string,
    @Param('question') question: string,
    @Query() { from = 0, limit = 100 }: TableRowsQuery,
  ): Promise<TableRows> {
    return this.tables.officeRows(officer, id, question, { from, limit });
  }

  @Get('workbook')
  @Header('content-type', xlsx)
  @Header('cache-control', 'private, no-store')
  @Problems('case-not-found', 'unknown-question')
  async workbook(
    @InOffice() officer: OfficerCaller,
    @Param('id') id: string,
    @Param('question') question: string,
  ): Promise<StreamableFile> {
    return asDownload(await this.tables.officeWorkbook(officer, id, question));
  }
}
