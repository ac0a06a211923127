import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OfficerRole, OfficerSession } from '@yiban/shared-types/agency';
import { LessThan } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { Clock } from '../clock.js';
import { firstRefreshToken, rotateRefreshToken } from '../crypto/token-rotation.js';
import { Vault } from '../crypto/vault.js';
import { Database, isDuplicate } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { newId } from '../ids.js';
import { problem } from '../problems/problem.js';
import { AccessTokens } from '../session/access-tokens.js';
import { stepOf } from './authenticators.js';
import { LoginFailures } from './login-failures.js';
import { OfficersService } from './officers.service.js';
import { OfficerSessionRow } from './officer-session.entity.js';
import { Officer } from './officer.entity.js';
import { hashPassword, isPassword } from './passwords.js';

export interface NewOfficer {
  readonly username: string;
  readonly name: string;
  readonly region: string;
  readonly roles: readonly OfficerRole[];
  readonly password: string;
  /** Base32. */
  readonly totpSecret: string;
}

/** A session ends with the working day. */
const sessionMs = 12 * 3_600_000;
/** Who works asks for a new access token every quarter of an hour: three of them missed, and the desk was left. */
const idleMs = 45 * 60_000;

/** Login of officers: password (argon2id), then a code of the authenticator (RFC 6238), which works once. */
@Injectable()
export class OfficerLoginService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly tokens: AccessTokens,
    private readonly officers: OfficersService,
    private readonly failures: LoginFailures,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `login-failed` for whatever is wrong, `login-locked` after five failures in a row, `account-blocked`. */
  async login({
    username,
    password,
    code,
  }: {
    username: string;
    password: string;
    code: string;
  }): Promise<OfficerSession> {
    const now = this.clock.now();
    const officer = await this.database.read.findOneBy(Officer, { username });
    // An unknown name, or an account not opened yet, takes as long as a wrong password.
    const passwordRight = await isPassword(password, officer?.passwordHash || (await unknownHash));
    if (officer === null) throw problem('login-failed');
    this.failures.requireUnlocked(officer, now);
    const step = passwordRight ? this.#stepOf(officer, code, now) : null;
    if (step === null) {
      await this.audit.recordOfficer({ officerId: officer.id, region: officer.region }, { deed: 'login.refused' });
      await this.failures.count(officer, now);
      throw problem('login-failed');
    }
    // Said to nobody but who has the password and the second factor.
    if (officer.blockedAt !== null) throw problem('account-blocked');
    const id = newId();
    const refreshToken = firstRefreshToken(id);
    await this.database.transaction(async (tx) => {
      const used = await tx.update(
        Officer,
        { id: officer.id, lastTotpStep: LessThan(step) },
        { lastTotpStep: step, failedLogins: 0, lockedUntil: null, lastLoginAt: now.toISOString() },
      );
      if (used.affected !== 1) throw problem('login-failed');
      await tx.insert(OfficerSessionRow, {
        id,
        officerId: officer.id,
        refreshIndex: this.vault.index('officer-refresh', refreshToken),
        previousIndex: null,
        rotatedAt: null,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + sessionMs).toISOString(),
        endedAt: null,
      });
    });
    await this.audit.recordOfficer({ officerId: officer.id, region: officer.region }, { deed: 'login' });
    return this.#answer(officer, id, refreshToken);
  }

  /** New tokens for an old refresh token; asked again at once, the same. Used later than that it ends the session. */
  async refresh(refreshToken: string): Promise<OfficerSession> {
    const rotated = await this.database.transaction((tx) =>
      rotateRefreshToken(tx, OfficerSessionRow, {
        vault: this.vault,
        kind: 'officer-refresh',
        refreshToken,
        now: this.clock.now(),
        idleMs,
      }),
    );
    if (rotated === 'gone') throw problem('session-expired');
    if (rotated === 'reused') throw problem('session-reused');
    const { officerId } = await this.database.read.findOneByOrFail(OfficerSessionRow, { id: rotated.id });
    const officer = await this.database.read.findOneByOrFail(Officer, { id: officerId });
    return this.#answer(officer, rotated.id, rotated.refreshToken);
  }

  async end({ sessionId }: OfficerCaller): Promise<void> {
    await this.database.transaction((tx) =>
      tx.update(OfficerSessionRow, { id: sessionId }, { endedAt: this.clock.now().toISOString() }),
    );
  }

  /** Rows of sessions that are over for a month; who logged in stands in the audit trail. */
  async discardEnded(): Promise<void> {
    const monthAgo = new Date(this.clock.now().getTime() - 30 * 86_400_000).toISOString();
    await this.database.transaction((tx) => tx.delete(OfficerSessionRow, { expiresAt: LessThan(monthAgo) }));
  }

  /** Adds an officer, unless the name is taken; gives whether one was added. */
  async add(officer: NewOfficer): Promise<boolean> {
    if (await this.database.read.existsBy(Officer, { username: officer.username })) return false;
    const id = newId();
    const passwordHash = await hashPassword(officer.password);
    try {
      await this.database.transaction(async (tx) => {
        await tx.insert(Officer, {
          id,
          username: officer.username,
          name: officer.name,
          badge: await this.officers.nextBadge(tx),
          region: officer.region,
          roles: JSON.stringify(officer.roles),
          idIndex: null,
          passwordHash,
          sealedTotpSecret: this.vault.seal(`officers:${id}:totp`, officer.totpSecret),
          sealedNextTotpSecret: null,
          invitationIndex: null,
          invitationUntil: null,
          blockedAt: null,
          lastLoginAt: null,
          lastTotpStep: 0,
          failedLogins: 0,
          lockedUntil: null,
          createdAt: this.clock.now().toISOString(),
        });
      });
      return true;
    } catch (error) {
      // Another process that starts in this moment was faster.
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  #stepOf({ id, sealedTotpSecret }: Officer, code: string, now: Date): number | null {
    return stepOf(this.vault.open(`officers:${id}:totp`, sealedTotpSecret), code, now);
  }

  async #answer(officer: Officer, sessionId: string, refreshToken: string): Promise<OfficerSession> {
    const view = this.officers.view(officer);
    const token = await this.tokens.issue({
      kind: 'officer',
      sessionId,
      officerId: view.id,
      region: view.region,
      roles: view.roles,
    });
    return { ...token, refreshToken, officer: view };
  }
}

const unknownHash = hashPassword(randomBytes(16).toString('hex'));
