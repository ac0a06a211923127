import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import type { SessionTokens } from '@yiban/shared-types/session';
import { Access, Problems } from '../http/access.js';
import { InSession, type SessionCaller } from '../http/caller.js';
import { Limited } from '../limits/limited.js';
import { problem } from '../problems/problem.js';
import { RefreshSession } from '../http/shared-requests.js';
import { OpenSession } from './session.requests.js';
import { SessionService } from './session.service.js';

@Controller('session')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Post()
  @Limited('session')
  @Access('public')
  @Problems('wechat-code-invalid', 'wechat-code-used')
  async open(@Body() { wechatCode, browser }: OpenSession): Promise<SessionTokens> {
    if (wechatCode !== undefined) return this.sessions.openByWechat(wechatCode);
    if (browser === true) return this.sessions.openInBrowser();
    throw problem('malformed-request', {
      errors: [{ pointer: '/wechatCode', code: 'missing', message: '缺少登录码。' }],
    });
  }

  @Post('refresh')
  @Limited('refresh')
  @HttpCode(200)
  @Access('public')
  @Problems('session-expired', 'session-reused')
  async refresh(@Body() { refreshToken }: RefreshSession): Promise<SessionTokens> {
    return this.sessions.refresh(refreshToken);
  }

  @Delete()
  @HttpCode(204)
  @Access('session')
  async end(@InSession() caller: SessionCaller): Promise<void> {
    await this.sessions.end(caller);
  }
}
