import { Module } from '@nestjs/common';
import { PictureExaminer } from './picture-examiner.js';
import { PictureLinks } from './picture-links.js';
import { Pictures } from './pictures.js';
import { TusStore } from './tus-store.js';
import { TusService } from './tus.service.js';
import { UploadChunks } from './upload-chunks.js';
import { UploadFinishing } from './upload-finishing.js';
import { UploadViews } from './upload-views.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsService } from './uploads.service.js';

/** Needs `Database`, `Vault`, `Clock` and `STORAGE` from a global module. */
@Module({
  controllers: [UploadsController],
  providers: [
    Pictures,
    PictureExaminer,
    PictureLinks,
    TusService,
    TusStore,
    UploadChunks,
    UploadFinishing,
    UploadViews,
    UploadsService,
  ],
  exports: [UploadsService],
})
export class UploadsModule {}
