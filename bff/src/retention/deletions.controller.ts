import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import type { DeletionPage } from '@yiban/shared-types/retention';
import { Access } from '../http/access.js';
import { InOffice, type OfficerCaller } from '../http/caller.js';
import { asDownload, xlsx } from '../http/xlsx-download.js';
import { DeletionsQuery } from './deletions.requests.js';
import { DeletionProofs } from './deletions.service.js';

/** Proofs that closed cases of the region were deleted when their time was over. */
@Controller('agency/deletions')
@Access(['supervisor', 'administrator'])
export class DeletionsController {
  constructor(private readonly proofs: DeletionProofs) {}

  @Get()
  async page(
    @InOffice() officer: OfficerCaller,
    @Query() { cursor, number, limit = 20 }: DeletionsQuery,
  ): Promise<DeletionPage> {
    return this.proofs.page(officer, {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(number === undefined ? {} : { number }),
    });
  }

  /** All of them as a workbook. */
  @Get('workbook')
  @Header('content-type', xlsx)
  @Header('cache-control', 'private, no-store')
  async workbook(@InOffice() officer: OfficerCaller): Promise<StreamableFile> {
    return asDownload(await this.proofs.workbook(officer), 'deletions');
  }
}
