import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { limitClassOf } from './limit-class-of.js';
import { LimitsService } from './limits.service.js';

/** Once it is known who calls: how often they do. A person with many sessions is one. */
@Injectable()
export class CallerLimitsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: LimitsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { caller } = request;
    const name = limitClassOf(this.reflector, context, request);
    if (caller === undefined || name === undefined) return true;
    const who = caller.kind === 'officer' ? caller.officerId : (caller.personId ?? caller.sessionId);
    await this.limits.count(name, 'caller', who);
    return true;
  }
}
