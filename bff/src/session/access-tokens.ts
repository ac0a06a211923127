import { Injectable } from '@nestjs/common';
import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { officerRoles } from '../http/officer-roles.js';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import type { Caller } from '../http/caller.js';
import { problem } from '../problems/problem.js';

const lifeSeconds = 15 * 60;

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
    try {
      const { payload } = await jwtVerify(token, this.vault.tokenKey, {
        algorithms: ['HS256'],
        currentDate: this.clock.now(),
      });
      return claims.parse(payload['caller']);
    } catch (error) {
      throw problem(error instanceof errors.JWTExpired ? 'session-expired' : 'session-required');
    }
  }
}
