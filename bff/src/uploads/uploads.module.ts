import { Module } from '@nestjs/common';
import { ReadingsModule } from '../reading/readings.module.js';
import { PictureExaminer } from './picture-examiner.js';
import { PictureLinks } from './picture-links.js';
import { Pictures } from './pictures.js';
import { TusStore } from './tus-store.js';
import { TusService } from './tus.service.js';
import { UploadChunks } from './upload-chunks.js';
import { UploadFindingsService } from './upload-findings.service.js';
import { UploadFinishing } from './upload-finishing.js';
import { UploadViews } from './upload-views.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsService } from './uploads.service.js';

/** Needs `Database`, `Vault`, `Clock` and `STORAGE` from a global module. */
@Module({
  imports: [ReadingsModule],
  controllers: [UploadsController],
  providers: [
    Pictures,
    PictureExaminer,
    PictureLinks,
    TusService,
    TusStore,
    UploadChunks,
    UploadFindingsService,
    UploadFinishing,
    UploadViews,
    UploadsService,
  ],
  exports: [PictureExaminer, Pictures, UploadFindingsService, UploadsService],
})
export class UploadsModule {}
