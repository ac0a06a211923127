import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import type { LoginView } from '@yiban/shared-types/session';
import { Access } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { SessionService } from './session.service.js';

/** Where a person is logged in: a phone that was lost or given away is logged out from another. */
@Controller('me/sessions')
@Access('citizen')
export class LoginsController {
  constructor(private readonly sessions: SessionService) {}

  @Get()
  async logins(@Citizen() caller: CitizenCaller): Promise<readonly LoginView[]> {
    return this.sessions.logins(caller);
  }

  /** All but this one. */
  @Delete()
  @HttpCode(204)
  async endOthers(@Citizen() caller: CitizenCaller): Promise<void> {
    await this.sessions.endOthers(caller);
  }
}
