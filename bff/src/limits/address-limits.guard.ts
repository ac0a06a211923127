import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { problem } from '../problems/problem.js';
import { isMalformed } from './body-shape.js';
import { limitClassOf } from './limit-class-of.js';
import { LimitsService } from './limits.service.js';

/** No form of ours nests deeper; recursion over what a stranger sent ends here. */
const deepest = 24;

/** Before anybody is asked who they are: how often an address comes, and of what shape its request is. */
@Injectable()
export class AddressLimitsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: LimitsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const name = limitClassOf(this.reflector, context, request);
    if (name !== undefined) await this.limits.count(name, 'address', request.ip);
    // Here, because what comes next makes objects of ours of it.
    for (const part of [request.body, request.query, request.params])
      if (isMalformed(part, deepest)) throw problem('malformed-request');
    return true;
  }
}
