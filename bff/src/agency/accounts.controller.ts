import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { AuthenticatorSecret, Invitation, OfficerAccount } from '@yiban/shared-types/administration';
import { Access, Problems } from '../http/access.js';
import { IdempotencyKey, InOffice, type OfficerCaller } from '../http/caller.js';
import { Limited } from '../limits/limited.js';
import { ChangeRoles, InvitationCode, NewOfficerAccount, OpenAccount } from './accounts.requests.js';
import { OfficerAccountsService } from './officer-accounts.service.js';

/** Officers' accounts, kept by an administrator of their region. */
@Controller('agency/officers')
@Access(['administrator'])
export class AccountsController {
  constructor(private readonly accounts: OfficerAccountsService) {}

  @Get()
  async list(@InOffice() officer: OfficerCaller): Promise<readonly OfficerAccount[]> {
    return this.accounts.list(officer);
  }

  @Post()
  @Problems('username-taken')
  async add(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Body() account: NewOfficerAccount,
  ): Promise<Invitation> {
    return this.accounts.add(officer, key, account);
  }

  /** Password and second factor stop to count; the code opens the account again. */
  @Post(':id/invitation')
  @Problems('officer-not-found', 'not-oneself')
  async invite(
    @InOffice() officer: OfficerCaller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
  ): Promise<Invitation> {
    return this.accounts.invite(officer, key, id);
  }

  @Post(':id/block')
  @HttpCode(200)
  @Problems('officer-not-found', 'not-oneself', 'last-administrator')
  async block(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<OfficerAccount> {
    return this.accounts.block(officer, id);
  }

  @Post(':id/unblock')
  @HttpCode(200)
  @Problems('officer-not-found', 'not-oneself')
  async unblock(@InOffice() officer: OfficerCaller, @Param('id') id: string): Promise<OfficerAccount> {
    return this.accounts.unblock(officer, id);
  }

  @Put(':id/roles')
  @Problems('officer-not-found', 'not-oneself', 'last-administrator')
  async changeRoles(
    @InOffice() officer: OfficerCaller,
    @Param('id') id: string,
    @Body() { roles }: ChangeRoles,
  ): Promise<OfficerAccount> {
    return this.accounts.changeRoles(officer, id, roles);
  }

  /** The authenticator to set up, for whoever has a code that opens an account. */
  @Post('opening')
  @HttpCode(200)
  @Limited('login')
  @Access('public')
  @Problems('invitation-invalid', 'login-locked')
  async begin(@Body() { username, invitation }: InvitationCode): Promise<AuthenticatorSecret> {
    return this.accounts.begin(username, invitation);
  }

  @Post('opened')
  @HttpCode(204)
  @Limited('login')
  @Access('public')
  @Problems('invitation-invalid', 'login-locked', 'password-weak', 'code-wrong')
  async open(@Body() { username, invitation, password, code }: OpenAccount): Promise<void> {
    await this.accounts.open(username, invitation, { password, totp: code });
  }
}
