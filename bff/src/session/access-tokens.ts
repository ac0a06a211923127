import { Injectable } from '@nestjs/common';
import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { officerRoles } from '../http/officer-roles.js';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import type { Caller } from '../http/caller.js';
import { problem } from '../problems/problem.js';

const lifeSeconds = 15 * 60;
/** Tokens whose signature was found right, kept until others take their place. */
const mostVerified = 5000;

interface Verified {
  readonly caller: Caller;
  /** Milliseconds. */
  readonly expiresAt: number;
}

const claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('citizen'), sessionId: z.string(), personId: z.string().nullable() }),
  z.object({
    kind: z.literal('officer'),
    sessionId: z.string(),
    officerId: z.string(),
    region: z.string(),
    roles: z.array(z.enum(officerRoles)),
  }),
]);

/** Bearer tokens of 15 minutes (HS256): they say who calls. Whether the session still lives, the access guard asks. */
@Injectable()
export class AccessTokens {
  readonly #verified = new Map<string, Verified>();

  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async issue(caller: Caller): Promise<{ readonly accessToken: string; readonly accessTokenExpiresAt: string }> {
    const seconds = Math.floor(this.clock.now().getTime() / 1000);
    const accessToken = await new SignJWT({ caller })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifeSeconds)
      .sign(this.vault.tokenKey);
    return { accessToken, accessTokenExpiresAt: new Date((seconds + lifeSeconds) * 1000).toISOString() };
  }

  /** The caller of an `Authorization: Bearer …` header; throws `session-required` or `session-expired`. */
  async read(header: string | undefined): Promise<Caller> {
    const token = /^Bearer ([\w.-]+)$/.exec(header ?? '')?.[1];
    if (token === undefined) throw problem('session-required');
    const { caller, expiresAt } = this.#verified.get(token) ?? (await this.#verify(token));
    if (expiresAt <= this.clock.now().getTime()) throw problem('session-expired');
    return caller;
  }

  /** The same bytes have the same signature: a phone's many requests of a quarter of an hour are verified once. */
  async #verify(token: string): Promise<Verified> {
    try {
      const { payload } = await jwtVerify(token, this.vault.tokenKey, {
        algorithms: ['HS256'],
        currentDate: this.clock.now(),
        requiredClaims: ['exp'],
      });
      const verified = { caller: claims.parse(payload['caller']), expiresAt: (payload.exp ?? 0) * 1000 };
      const [oldest] = this.#verified.keys();
      if (this.#verified.size >= mostVerified && oldest !== undefined) this.#verified.delete(oldest);
      this.#verified.set(token, verified);
      return verified;
    } catch (error) {
      throw problem(error instanceof errors.JWTExpired ? 'session-expired' : 'session-required');
    }
  }
}
