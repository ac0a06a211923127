import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { problem } from '../problems/problem.js';
import { OfficerSessionsService } from '../agency/officer-sessions.service.js';
import { AccessTokens } from '../session/access-tokens.js';
import { SessionService } from '../session/session.service.js';
import { accessKey, type Access } from './access.js';
import type { Caller } from './caller.js';

/** Lets a request through only when the endpoint's `@Access` allows its caller; an endpoint without one is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionService,
    private readonly officerSessions: OfficerSessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.tokens.read(request.headers.authorization);
    if (access === undefined) throw problem('not-allowed');
    ensureAllowed(access, caller);
    // Who logged out, closed their account or was blocked is out at once, not when the token runs out.
    if (caller.kind === 'officer') await this.officerSessions.requireLive(caller);
    else await this.sessions.requireLive(caller);
    request.caller = caller;
    return true;
  }
}

function ensureAllowed(access: Exclude<Access, 'public'>, caller: Caller): void {
  if (access === 'session' || access === 'citizen') {
    if (caller.kind !== 'citizen') throw problem('session-required');
    if (access === 'citizen' && caller.personId === null) throw problem('credential-required');
    return;
  }
  if (caller.kind !== 'officer') throw problem('officer-required');
  if (access !== 'officer' && !access.some((role) => caller.roles.includes(role))) throw problem('not-allowed');
}
