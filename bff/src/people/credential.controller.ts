import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { SessionTokens } from '@yiban/shared-types/session';
import { Access, Problems } from '../http/access.js';
import { InSession, type SessionCaller } from '../http/caller.js';
import { Text } from '../http/fields.js';
import { Limited } from '../limits/limited.js';
import { CredentialService } from './credential.service.js';

class ScanCredential {
  @Text({ max: 2048, description: 'Content of the QR; the server alone decodes it.' })
  qr!: string;
}

@Controller('credential')
export class CredentialController {
  constructor(private readonly credentials: CredentialService) {}

  /** Decodes the QR of a 医保电子凭证 and ties the session to its person. */
  @Post('scan')
  @Limited('scan')
  @HttpCode(200)
  @Access('session')
  @Problems(
    'credential-used',
    'credential-expired',
    'credential-forged',
    'credential-other-person',
    'credential-unavailable',
  )
  async scan(@InSession() caller: SessionCaller, @Body() { qr }: ScanCredential): Promise<SessionTokens> {
    return this.credentials.scan(caller, qr);
  }
}
