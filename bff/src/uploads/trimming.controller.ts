import { Body, Controller, Param, Post } from '@nestjs/common';
import type { UploadView } from '@yiban/shared-types/cases';
import { Access, Problems } from '../http/access.js';
import { Citizen, IdempotencyKey, type CitizenCaller } from '../http/caller.js';
import { Limited } from '../limits/limited.js';
import { problem } from '../problems/problem.js';
import { TrimPhoto } from './trimming.requests.js';
import { TrimmingService } from './trimming.service.js';
import { trimOf } from './trims.js';

@Controller('uploads/:id/trim')
@Access('citizen')
export class TrimmingController {
  constructor(private readonly trimming: TrimmingService) {}

  @Post()
  @Limited('upload')
  @Problems(
    'upload-not-found',
    'upload-expired',
    'upload-incomplete',
    'upload-not-a-photo',
    'upload-trim',
    'upload-dimensions',
    'idempotency-conflict',
  )
  async trim(
    @Citizen() { personId }: CitizenCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() asked: TrimPhoto,
  ): Promise<UploadView> {
    const trim = trimOf(asked);
    if (trim === undefined) throw problem('upload-trim');
    return this.trimming.trim(personId, { key, id }, trim);
  }
}
