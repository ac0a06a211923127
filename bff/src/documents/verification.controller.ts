import { Controller, Get, Header, Param } from '@nestjs/common';
import type { DocumentVerification } from '@yiban/shared-types/documents';
import { Access, Problems } from '../http/access.js';
import { Limited } from '../limits/limited.js';
import { DocumentsService } from './documents.service.js';

@Controller('verify')
export class VerificationController {
  constructor(private readonly documents: DocumentsService) {}

  /** A third party checks a document by the code or QR on it. */
  @Get(':code')
  @Limited('verify')
  @Header('cache-control', 'no-store')
  @Access('public')
  @Problems('verification-not-found')
  async verify(@Param('code') code: string): Promise<DocumentVerification> {
    return this.documents.verify(code);
  }
}
