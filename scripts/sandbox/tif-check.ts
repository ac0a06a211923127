import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Accounts at the service gateway, the sandbox's side of `bff/src/gateways/sandbox-connections.ts`. */
const PAAS_ID = 'yiban-sandbox';
const MAX_AGE_SECONDS = 300;

/** Whether the x-tif headers prove the sender. The nonce of a request can't be used again while its time is good. */
export class TifCheck {
  readonly #token: string;
  readonly #nonces = new Map<string, number>();

  constructor(token: string) {
    this.#token = token;
  }

  holds(headers: IncomingHttpHeaders, now: Date): boolean {
    const paasId = single(headers['x-tif-paasid']);
    const timestamp = single(headers['x-tif-timestamp']);
    const nonce = single(headers['x-tif-nonce']);
    const signature = single(headers['x-tif-signature']);
    const seconds = Math.floor(now.getTime() / 1000);
    if (paasId !== PAAS_ID || nonce === '' || !/^\d{10}$/.test(timestamp)) return false;
    if (Math.abs(seconds - Number(timestamp)) > MAX_AGE_SECONDS) return false;
    const expected = createHash('sha256')
      .update(timestamp + this.#token + nonce + timestamp)
      .digest();
    if (!/^[0-9a-f]{64}$/.test(signature) || !timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return false;
    return this.#isFresh(nonce, seconds);
  }

  #isFresh(nonce: string, seconds: number): boolean {
    // Insertion order is time order: the old ones are in front.
    for (const [old, at] of this.#nonces) {
      if (seconds - at <= 2 * MAX_AGE_SECONDS) break;
      this.#nonces.delete(old);
    }
    if (this.#nonces.has(nonce)) return false;
    this.#nonces.set(nonce, seconds);
    return true;
  }
}

function single(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}
