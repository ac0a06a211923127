import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { StorageUnavailable } from '../gateways/storage/storage-unavailable.js';
import { causeOf } from '../logging.js';
import type { ProblemCode } from './problem-codes.js';
import { ProblemException, problem } from './problem.js';

/** Answers every error as problem+json. What is not of the closed list is logged by name, and never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const known = thrown instanceof ProblemException ? thrown : problem(codeOf(thrown));
    if (known.status >= 500)
      this.logger.error(
        { route: request.routeOptions.url, code: known.code, cause: causeOf(thrown) },
        'request failed',
      );
    else if (refusals.has(known.code))
      this.logger.info(
        { route: request.routeOptions.url, code: known.code, session: request.caller?.sessionId },
        'request refused',
      );
    if (reply.sent) return;
    const { retryAfterSeconds } = known.extras;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    void reply
      .status(known.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(known.body()));
  }
}

/** What a guesser, or somebody with another's token, would run into: logged, so that many of them are seen. */
const refusals: ReadonlySet<ProblemCode> = new Set([
  'not-allowed',
  'officer-required',
  'login-failed',
  'login-locked',
  'account-blocked',
  'session-reused',
  'too-many-requests',
]);

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  401: 'session-required',
  403: 'not-allowed',
  404: 'unknown-route',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'service-unavailable',
};

/** Errors of Nest and Fastify carry an HTTP status; all others are ours to answer for. */
function codeOf(thrown: unknown): ProblemCode {
  if (hasCode(thrown, full)) return 'storage-full';
  if (thrown instanceof StorageUnavailable) return 'storage-unavailable';
  if (hasCode(thrown, away)) return 'service-unavailable';
  if (thrown instanceof HttpException) return codeOfStatus[thrown.getStatus()] ?? 'internal-error';
  if (
    typeof thrown === 'object' &&
    thrown !== null &&
    'statusCode' in thrown &&
    typeof thrown.statusCode === 'number'
  ) {
    return codeOfStatus[thrown.statusCode] ?? (thrown.statusCode < 500 ? 'malformed-request' : 'internal-error');
  }
  return 'internal-error';
}

function hasCode(thrown: unknown, codes: ReadonlySet<string>): boolean {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && codes.has(thrown.code);
}

/** No room for what was to be kept: nothing of it was, and reading goes on. */
const full = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL']);

/** The database is not to be reached, or went away in the middle: what was asked may be asked again. */
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'SQLITE_BUSY',
]);
