import { Body, Controller, Get, Header, Param, Put, Query, StreamableFile } from '@nestjs/common';
import type { CaseView, TableRows } from '@yiban/shared-types/cases';
import { Access, Problems } from '../../http/access.js';
import { Citizen, type CitizenCaller } from '../../http/caller.js';
import { AttachTable, TableRowsQuery } from './case-tables.requests.js';
import { CaseTablesService } from './case-tables.service.js';
import { asDownload, xlsx } from '../../http/xlsx-download.js';

/** Tables of one's own cases. */
@Controller('cases/:id/tables/:question')
@Access('citizen')
export class CaseTablesController {
  constructor(private readonly tables: CaseTablesService) {}

  @Put()
  @Problems(
    'case-not-found',
    'unknown-question',
    'upload-not-found',
    'upload-incomplete',
    'table-not-xlsx',
    'table-too-large',
    'table-too-many-rows',
    'table-empty',
    'table-broken',
    'table-rows-invalid',
    'stale-case',
    'transition-not-allowed',
  )
  async attach(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Param('question') question: string,
    @Body() given: AttachTable,
  ): Promise<CaseView> {
    return this.tables.attach(caller, id, question, given);
  }

  @Get()
  @Problems('case-not-found', 'unknown-question')
  async rows(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Param('question') question: string,
    @Query() { from = 0, limit = 100 }: TableRowsQuery,
  ): Promise<TableRows> {
    return this.tables.rows(caller, id, question, { from, limit });
  }

  @Get('workbook')
  @Header('content-type', xlsx)
  @Header('cache-control', 'private, no-store')
  @Problems('case-not-found', 'unknown-question')
  async workbook(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Param('question') question: string,
  ): Promise<StreamableFile> {
    return asDownload(await this.tables.workbook(caller, id, question));
  }
}
