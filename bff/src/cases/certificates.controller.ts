import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { CaseView } from '@yiban/shared-types/cases';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { CertificatesService } from './certificates.service.js';

@Controller('cases')
@Access('citizen')
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  /** Takes a certificate back: whoever checks it is told that it is no longer valid. */
  @Post(':id/documents/:document/withdraw')
  @HttpCode(200)
  @Problems('case-not-found', 'document-not-found', 'document-withdrawn', 'document-not-withdrawable')
  async withdraw(
    @Citizen() caller: CitizenCaller,
    @Param('id') id: string,
    @Param('document') document: string,
  ): Promise<CaseView> {
    return this.certificates.withdraw(caller, id, document);
  }
}
