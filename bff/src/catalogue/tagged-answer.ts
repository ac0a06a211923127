/** Answers of the catalogue carry an ETag, and are not sent again to someone who has them (RFC 9110, 13.1.2). */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer with its tag, made once and sent many times. */
export interface TaggedAnswer {
  /** Bytes: a text would be turned into them each time. */
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
}

export function taggedAnswer(value: unknown): TaggedAnswer {
  const body = Buffer.from(JSON.stringify(value));
  return { body, type: 'application/json; charset=utf-8', etag: tagOf(body) };
}

export function taggedPicture(body: Buffer): TaggedAnswer {
  return { body, type: 'image/webp', etag: tagOf(body) };
}

function tagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

export function sendTagged(request: FastifyRequest, reply: FastifyReply, { body, type, etag }: TaggedAnswer): void {
  // Five minutes without asking; a new catalogue (a new version of the product) is then seen by its tag.
  void reply.header('etag', etag).header('cache-control', 'public, max-age=300, must-revalidate');
  if (isHeld(etag, request.headers['if-none-match'])) void reply.status(304).send();
  else void reply.header('content-type', type).send(body);
}

/** Weak comparison, as If-None-Match wants it: a proxy that compresses may have made the tag weak. */
function isHeld(etag: string, header: string | undefined): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
