import type { ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { LimitClass } from './limit-classes.js';
import { limitedKey } from './limited.js';

/** Undefined for health and metrics, which whoever watches over us asks as often as they like. */
export function limitClassOf(
  reflector: Reflector,
  context: ExecutionContext,
  request: FastifyRequest,
): LimitClass | undefined {
  if (request.routeOptions.url?.startsWith('/api/') !== true) return undefined;
  const said = reflector.get<LimitClass | undefined>(limitedKey, context.getHandler());
  return said ?? (['GET', 'HEAD', 'OPTIONS'].includes(request.method) ? 'read' : 'write');
}
