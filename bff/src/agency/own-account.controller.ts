import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { AuthenticatorSecret, OfficerLoginView } from '@yiban/shared-types/administration';
import { Access, Problems } from '../http/access.js';
import { InOffice, type OfficerCaller } from '../http/caller.js';
import { Limited } from '../limits/limited.js';
import { ChangePassword, WithCode, WithPassword } from './accounts.requests.js';
import { OfficerAccountsService } from './officer-accounts.service.js';
import { OfficerSessionsService } from './officer-sessions.service.js';

/** What officers do about their own account. */
@Controller('agency/me')
@Access('officer')
export class OwnAccountController {
  constructor(
    private readonly accounts: OfficerAccountsService,
    private readonly logins: OfficerSessionsService,
  ) {}

  @Get('sessions')
  async sessions(@InOffice() officer: OfficerCaller): Promise<readonly OfficerLoginView[]> {
    return this.logins.own(officer);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  async endSession(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<void> {
    await this.logins.end(officer, id);
  }

  @Post('password')
  @HttpCode(204)
  @Limited('login')
  @Problems('password-wrong', 'password-weak', 'login-locked')
  async changePassword(@InOffice() officer: OfficerCaller, @Body() { old, password }: ChangePassword): Promise<void> {
    await this.accounts.changePassword(officer, old, password);
  }

  /** Another authenticator to set up; the old one counts until the new one's first code. */
  @Post('authenticator')
  @HttpCode(200)
  @Limited('login')
  @Problems('password-wrong', 'login-locked')
  async renewAuthenticator(
    @InOffice() officer: OfficerCaller,
    @Body() { password }: WithPassword,
  ): Promise<AuthenticatorSecret> {
    return this.accounts.renewAuthenticator(officer, password);
  }

  @Post('authenticator/confirmed')
  @HttpCode(204)
  @Limited('login')
  @Problems('code-wrong')
  async confirmAuthenticator(@InOffice() officer: OfficerCaller, @Body() { code }: WithCode): Promise<void> {
    await this.accounts.confirmAuthenticator(officer, code);
  }
}
