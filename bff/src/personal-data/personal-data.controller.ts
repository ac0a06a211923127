import { Controller, Delete, Get, Header, type StreamableFile } from '@nestjs/common';
import type { AccountClosing, PersonalData } from '@yiban/shared-types/personal-data';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { asDownload } from '../http/xlsx-download.js';
import { Limited } from '../limits/limited.js';
import { PersonalDataService } from './personal-data.service.js';
import { PersonalWorkbooks } from './personal-workbooks.js';

@Controller('me')
@Access('citizen')
export class PersonalDataController {
  constructor(
    private readonly personal: PersonalDataService,
    private readonly workbooks: PersonalWorkbooks,
  ) {}

  /** Everything that is kept about the person, in one JSON document. Photos and papers: by the links in it. */
  @Get('export')
  @Limited('scan')
  @Header('cache-control', 'no-store')
  @Header('content-disposition', 'attachment; filename="yiban-personal-data.json"')
  @Problems('person-not-found')
  async everything(@Citizen() caller: CitizenCaller): Promise<PersonalData> {
    return this.personal.everything(caller);
  }

  /** The same for people to read: a workbook that phones open. */
  @Get('export/workbook')
  @Limited('scan')
  @Header('cache-control', 'no-store')
  @Problems('person-not-found')
  async workbook(@Citizen() caller: CitizenCaller): Promise<StreamableFile> {
    return asDownload(await this.workbooks.of(await this.personal.everything(caller)), 'personal-data');
  }

  /** Closes the account; tells which filed cases the agency keeps. */
  @Delete()
  @Problems('account-in-use')
  async close(@Citizen() caller: CitizenCaller): Promise<AccountClosing> {
    return this.personal.close(caller);
  }
}
