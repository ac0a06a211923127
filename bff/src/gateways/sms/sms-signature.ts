import { createHmac, timingSafeEqual } from 'node:crypto';

/** Lower-case hex HMAC-SHA256 over the parts, one a line. */
export function smsSignature(secret: string, parts: readonly string[]): string {
  return createHmac('sha256', secret).update(parts.join('\n')).digest('hex');
}

export function isSmsSignature(signature: string, secret: string, parts: readonly string[]): boolean {
  const expected = Buffer.from(smsSignature(secret, parts));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
