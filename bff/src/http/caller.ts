import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { OfficerRole } from '@yiban/shared-types/agency';
import type { FastifyRequest } from 'fastify';
import { problem } from '../problems/problem.js';

/** A citizen's session; `personId` is null until a credential was scanned. */
export interface SessionCaller {
  readonly kind: 'citizen';
  readonly sessionId: string;
  readonly personId: string | null;
}
export interface CitizenCaller extends SessionCaller {
  readonly personId: string;
}
export interface OfficerCaller {
  readonly kind: 'officer';
  readonly sessionId: string;
  readonly officerId: string;
  readonly region: string;
  readonly roles: readonly OfficerRole[];
}
export type Caller = SessionCaller | OfficerCaller;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard where the endpoint is not open to all. */
    caller?: Caller;
  }
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** The caller's session, scanned or not. */
export const InSession = createParamDecorator((_: unknown, context: ExecutionContext): SessionCaller => {
  const { caller } = requestOf(context);
  if (caller?.kind !== 'citizen') throw problem('session-required');
  return caller;
});

/** The person who calls. */
export const Citizen = createParamDecorator((_: unknown, context: ExecutionContext): CitizenCaller => {
  const { caller } = requestOf(context);
  if (caller?.kind !== 'citizen') throw problem('session-required');
  if (caller.personId === null) throw problem('credential-required');
  return { ...caller, personId: caller.personId };
});

/** The officer who calls. */
export const InOffice = createParamDecorator((_: unknown, context: ExecutionContext): OfficerCaller => {
  const { caller } = requestOf(context);
  if (caller?.kind !== 'officer') throw problem('officer-required');
  return caller;
});

/** The `Idempotency-Key` of a write: 8 to 128 visible ASCII characters. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = requestOf(context).headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) throw problem('idempotency-key-missing');
  return key;
});
