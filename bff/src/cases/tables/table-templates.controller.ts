import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { Access, Problems } from '../../http/access.js';
import { CaseTablesService } from './case-tables.service.js';
import { asDownload, xlsx } from '../../http/xlsx-download.js';

/** Empty tables to be filled in, open to all. */
@Controller('regions/:region/items/:item/tables/:question/template')
@Access('public')
export class TableTemplatesController {
  constructor(private readonly tables: CaseTablesService) {}

  @Get()
  @Header('content-type', xlsx)
  @Problems('unknown-region', 'unknown-item', 'unknown-question')
  async template(
    @Param('region') region: string,
    @Param('item') item: string,
    @Param('question') question: string,
  ): Promise<StreamableFile> {
    return asDownload(await this.tables.template(region, item, question));
  }
}
