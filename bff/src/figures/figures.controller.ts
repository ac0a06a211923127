import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import type { AgencyFigures } from '@yiban/shared-types/figures';
import { Access, Problems } from '../http/access.js';
import { InOffice, type OfficerCaller } from '../http/caller.js';
import { asDownload, xlsx } from '../http/xlsx-download.js';
import { FiguresQuery } from './figures.requests.js';
import { FiguresService } from './figures.service.js';

/** How the agency of a region is doing. */
@Controller('agency/figures')
@Access(['supervisor'])
export class FiguresController {
  constructor(private readonly service: FiguresService) {}

  @Get()
  @Problems('period-invalid')
  async figures(@InOffice() officer: OfficerCaller, @Query() { from, to }: FiguresQuery): Promise<AgencyFigures> {
    return this.service.figures(officer, from, to);
  }

  /** The same as a workbook. */
  @Get('workbook')
  @Header('content-type', xlsx)
  @Header('cache-control', 'private, no-store')
  @Problems('period-invalid')
  async workbook(@InOffice() officer: OfficerCaller, @Query() { from, to }: FiguresQuery): Promise<StreamableFile> {
    return asDownload(await this.service.workbook(officer, from, to), 'figures');
  }
}
