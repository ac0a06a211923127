import { Controller, Get, Header, Param } from '@nestjs/common';
import type { UploadReading } from '@yiban/shared-types/reading';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { ReadingsService } from './readings.service.js';

/** What the reader found on one's own photo; asked for again until it is no longer pending. */
@Controller('uploads')
@Access('citizen')
export class ReadingsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly readings: ReadingsService,
  ) {}

  @Get(':id/reading')
  @Header('Cache-Control', 'no-store')
  @Problems('upload-not-found', 'upload-expired')
  async reading(@Citizen() { personId }: CitizenCaller, @Param('id') id: string): Promise<UploadReading> {
    const { status } = await this.uploads.view(personId, id);
    return status === 'receiving' ? { status: 'pending' } : this.readings.of(id);
  }
}
