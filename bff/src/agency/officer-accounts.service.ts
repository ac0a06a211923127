import { Injectable } from '@nestjs/common';
import type { AuthenticatorSecret, Invitation, OfficerAccount } from '@yiban/shared-types/administration';
import type { OfficerRole } from '@yiban/shared-types/agency';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database, isDuplicate } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { officerRoles } from '../http/officer-roles.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { newId } from '../ids.js';
import { PeopleService } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { asAuthenticator, newAuthenticator, stepOf } from './authenticators.js';
import { LoginFailures } from './login-failures.js';
import { OfficerSessionsService } from './officer-sessions.service.js';
import { Officer } from './officer.entity.js';
import { OfficersService } from './officers.service.js';
import { hashPassword, isPassword } from './passwords.js';

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly OfficerRole[];
  /** The officer's own ID number, so that they never handle their own case. */
  readonly idNo: string;
}

const invitedMs = 72 * 3_600_000;
/** No sign that is taken for another: 32 of them, so that ten are 50 bits. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** psn_cert_type of an ID card. */
const idCard = '01';
/** No password has this hash, and no code this secret. */
const none = '';

/** Accounts: opened and blocked by an administrator of the region, who never learns a password or a second factor. */
@Injectable()
export class OfficerAccountsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly officers: OfficersService,
    private readonly sessions: OfficerSessionsService,
    private readonly failures: LoginFailures,
    private readonly people: PeopleService,
    private readonly vault: Vault,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list({ region }: OfficerCaller): Promise<readonly OfficerAccount[]> {
    const rows = await this.database.read.find(Officer, { where: { region }, order: { badge: 'ASC' } });
    return rows.map((row) => this.#view(row));
  }

  /** A new account, with the code that opens it. Throws `username-taken`. */
  async add(caller: OfficerCaller, key: string, account: NewAccount): Promise<Invitation> {
    const { username, name, roles, idNo } = account;
    const code = this.#code(caller, key);
    return this.idempotency.run(
      { callerId: caller.officerId, key, deed: 'officer', body: account },
      async () => {
        await this.audit.recordOfficer(caller, { deed: 'officer.add', detail: [username] });
        return async (tx) => {
          const id = newId();
          const now = this.clock.now();
          try {
            await tx.insert(Officer, {
              id,
              username,
              name,
              badge: await this.officers.nextBadge(tx),
              region: caller.region,
              roles: JSON.stringify(roles),
              idIndex: this.people.idIndex(idCard, idNo),
              passwordHash: none,
              sealedTotpSecret: this.#seal(id, 'totp', none),
              sealedNextTotpSecret: null,
              ...this.#invited(id, code, now),
              lastTotpStep: 0,
              failedLogins: 0,
              lockedUntil: null,
              blockedAt: null,
              lastLoginAt: null,
              createdAt: now.toISOString(),
            });
          } catch (error) {
            if (isDuplicate(error)) throw problem('username-taken');
            throw error;
          }
          return id;
        };
      },
      (id) => this.#invitation(caller, id, code),
    );
  }

  /** A new code in place of password and second factor, which both stop to count: for whoever lost one of them. */
  async invite(caller: OfficerCaller, key: string, id: string): Promise<Invitation> {
    const code = this.#code(caller, key);
    return this.idempotency.run(
      { callerId: caller.officerId, key, deed: `invite ${id}`, body: {} },
      async () => {
        await this.#other(caller, id, 'officer.invite');
        return async (tx) => {
          await tx.update(
            Officer,
            { id },
            {
              passwordHash: none,
              sealedTotpSecret: this.#seal(id, 'totp', none),
              sealedNextTotpSecret: null,
              failedLogins: 0,
              lockedUntil: null,
              ...this.#invited(id, code, this.clock.now()),
            },
          );
          await this.sessions.endAll(tx, id);
          return id;
        };
      },
      (officerId) => this.#invitation(caller, officerId, code),
    );
  }

  /**
   * Out at once, everywhere. Their cases in hand come free again after half an hour, or by the supervisor. Throws
   * `last-administrator`.
   */
  async block(caller: OfficerCaller, id: string): Promise<OfficerAccount> {
    await this.#other(caller, id, 'officer.block');
    await this.database.transaction(async (tx) => {
      await this.#leaveAdministrator(tx, caller, id);
      await tx.update(Officer, { id, blockedAt: IsNull() }, { blockedAt: this.clock.now().toISOString() });
      await this.sessions.endAll(tx, id);
    });
    return this.#account(caller, id);
  }

  /** Lets in again who was blocked, or locked after wrong logins. */
  async unblock(caller: OfficerCaller, id: string): Promise<OfficerAccount> {
    await this.#other(caller, id, 'officer.unblock');
    await this.database.transaction((tx) =>
      tx.update(Officer, { id }, { blockedAt: null, failedLogins: 0, lockedUntil: null }),
    );
    return this.#account(caller, id);
  }

  /** Other roles; open sessions end, so that none goes on with the old ones. Throws `last-administrator`. */
  async changeRoles(caller: OfficerCaller, id: string, roles: readonly OfficerRole[]): Promise<OfficerAccount> {
    const sorted = officerRoles.filter((role) => roles.includes(role));
    await this.#other(caller, id, 'officer.roles', sorted);
    await this.database.transaction(async (tx) => {
      if (!sorted.includes('administrator')) await this.#leaveAdministrator(tx, caller, id);
      const changed = await tx.update(
        Officer,
        { id, roles: Not(JSON.stringify(sorted)) },
        { roles: JSON.stringify(sorted) },
      );
      if (changed.affected === 1) await this.sessions.endAll(tx, id);
    });
    return this.#account(caller, id);
  }

  /** Begins to open an account: the authenticator to set up. Asked again it is the same. Throws `invitation-invalid`. */
  async begin(username: string, code: string): Promise<AuthenticatorSecret> {
    const officer = await this.#invitee(username, code);
    if (officer.sealedNextTotpSecret !== null)
      return asAuthenticator(username, this.#open(officer.id, 'next-totp', officer.sealedNextTotpSecret));
    const authenticator = newAuthenticator(username);
    await this.#expect(officer.id, authenticator);
    return authenticator;
  }

  /** Opens the account with the officer's own password and authenticator. Throws `password-weak`, `code-wrong`. */
  async open(
    username: string,
    code: string,
    { password, totp }: { readonly password: string; readonly totp: string },
  ): Promise<void> {
    const officer = await this.#invitee(username, code);
    const { passwordFaults } = await import('./password-rules.js');
    const errors = passwordFaults(password, officer);
    if (errors.length > 0) throw problem('password-weak', { errors });
    const step = await this.#confirmed(officer, totp);
    const passwordHash = await hashPassword(password);
    await this.audit.recordOfficer({ officerId: officer.id, region: officer.region }, { deed: 'officer.open' });
    await this.database.transaction(async (tx) => {
      const opened = await tx.update(
        Officer,
        { id: officer.id, invitationIndex: officer.invitationIndex ?? none },
        { ...step, passwordHash, invitationIndex: null, invitationUntil: null, failedLogins: 0, lockedUntil: null },
      );
      if (opened.affected !== 1) throw problem('invitation-invalid');
    });
  }

  /** A password of one's own choice; the other sessions end. Throws `password-wrong`, `password-weak`. */
  async changePassword(caller: OfficerCaller, old: string, password: string): Promise<void> {
    const officer = await this.#knows(caller, old);
    const { passwordFaults } = await import('./password-rules.js');
    const errors = [
      ...passwordFaults(password, officer),
      ...(password === old
        ? [{ pointer: '/password', code: 'password-weak', message: '新密码不能和原来的一样。' }]
        : []),
    ];
    if (errors.length > 0) throw problem('password-weak', { errors });
    const passwordHash = await hashPassword(password);
    await this.audit.recordOfficer(caller, { deed: 'password.change' });
    await this.database.transaction(async (tx) => {
      await tx.update(Officer, { id: officer.id }, { passwordHash });
      await this.sessions.endAll(tx, officer.id, caller.sessionId);
    });
  }

  /** Another authenticator to set up; the old one counts until `confirmAuthenticator`. Throws `password-wrong`. */
  async renewAuthenticator(caller: OfficerCaller, password: string): Promise<AuthenticatorSecret> {
    const { id, username } = await this.#knows(caller, password);
    const authenticator = newAuthenticator(username);
    await this.#expect(id, authenticator);
    return authenticator;
  }

  /** Throws `code-wrong`. */
  async confirmAuthenticator(caller: OfficerCaller, code: string): Promise<void> {
    const officer = await this.database.read.findOneByOrFail(Officer, { id: caller.officerId });
    const step = await this.#confirmed(officer, code);
    await this.audit.recordOfficer(caller, { deed: 'authenticator.change' });
    await this.database.transaction(async (tx) => {
      await tx.update(Officer, { id: officer.id }, step);
      await this.sessions.endAll(tx, officer.id, caller.sessionId);
    });
  }

  /**
   * Throws `last-administrator` where nobody but that officer leads the region. Held until the end of the transaction: of
   * two administrators who take the role from each other, or block each other, one keeps it.
   */
  async #leaveAdministrator(tx: EntityManager, { region }: OfficerCaller, id: string): Promise<void> {
    const lock = this.database.kind === 'mysql' ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const colleagues = await tx.find(Officer, { where: { region }, order: { id: 'ASC' }, ...lock });
    const leads = (one: Officer): boolean => this.officers.view(one).roles.includes('administrator');
    if (!colleagues.some((one) => one.id !== id && leads(one) && one.blockedAt === null))
      throw problem('last-administrator');
  }

  /** The officer of the caller's region, who is somebody else. */
  async #other(caller: OfficerCaller, id: string, deed: string, roles: readonly OfficerRole[] = []): Promise<Officer> {
    const officer = await this.database.read.findOneBy(Officer, { id, region: caller.region });
    if (officer === null) throw problem('officer-not-found');
    if (officer.id === caller.officerId) throw problem('not-oneself');
    await this.audit.recordOfficer(caller, { deed, detail: [id, ...roles] });
    return officer;
  }

  async #invitee(username: string, code: string): Promise<Officer> {
    const officer = await this.database.read.findOneBy(Officer, { username });
    const now = this.clock.now();
    if (officer === null) throw problem('invitation-invalid');
    this.failures.requireUnlocked(officer, now);
    const index = this.#codeIndex(officer.id, code);
    const until = officer.invitationUntil;
    if (
      officer.blockedAt !== null ||
      officer.invitationIndex !== index ||
      until === null ||
      until < now.toISOString()
    ) {
      await this.failures.count(officer, now);
      throw problem('invitation-invalid');
    }
    return officer;
  }

  async #knows({ officerId }: OfficerCaller, password: string): Promise<Officer> {
    const officer = await this.database.read.findOneByOrFail(Officer, { id: officerId });
    const now = this.clock.now();
    this.failures.requireUnlocked(officer, now);
    if (await isPassword(password, officer.passwordHash)) return officer;
    await this.failures.count(officer, now);
    throw problem('password-wrong');
  }

  /** What changes when the code is one of the authenticator that is being set up. */
  async #confirmed(
    officer: Officer,
    code: string,
  ): Promise<Pick<Officer, 'sealedTotpSecret' | 'sealedNextTotpSecret' | 'lastTotpStep'>> {
    const { id, sealedNextTotpSecret: next } = officer;
    const secret = next === null ? null : this.#open(id, 'next-totp', next);
    const now = this.clock.now();
    const step = secret === null ? null : stepOf(secret, code, now);
    if (secret === null || step === null) {
      await this.failures.count(officer, now);
      throw problem('code-wrong');
    }
    // The code that confirmed it is used.
    return { sealedTotpSecret: this.#seal(id, 'totp', secret), sealedNextTotpSecret: null, lastTotpStep: step };
  }

  async #expect(id: string, { secret }: AuthenticatorSecret): Promise<void> {
    const sealedNextTotpSecret = this.#seal(id, 'next-totp', secret);
    await this.database.transaction((tx) => tx.update(Officer, { id }, { sealedNextTotpSecret }));
  }

  #invited(id: string, code: string, now: Date): Pick<Officer, 'invitationIndex' | 'invitationUntil'> {
    return {
      invitationIndex: this.#codeIndex(id, code),
      invitationUntil: new Date(now.getTime() + invitedMs).toISOString(),
    };
  }

  async #invitation(caller: OfficerCaller, id: string, code: string): Promise<Invitation> {
    const { invitationUntil } = await this.database.read.findOneByOrFail(Officer, { id });
    return { officer: await this.#account(caller, id), code, validUntil: invitationUntil ?? '' };
  }

  async #account({ region }: OfficerCaller, id: string): Promise<OfficerAccount> {
    return this.#view(await this.database.read.findOneByOrFail(Officer, { id, region }));
  }

  #view(officer: Officer): OfficerAccount {
    const { id, username, name, badge, blockedAt, invitationIndex, lockedUntil, lastLoginAt } = officer;
    const locked = lockedUntil !== null && lockedUntil > this.clock.now().toISOString();
    return {
      id,
      username,
      name,
      badge,
      roles: this.officers.view(officer).roles,
      state: blockedAt !== null ? 'blocked' : locked ? 'locked' : invitationIndex !== null ? 'invited' : 'active',
      lockedUntil: locked ? lockedUntil : null,
      lastLoginAt,
    };
  }

  /** 「ABCDE-FGHJK」, the same for the same request: whoever repeats it after a crash gets the code that holds. */
  #code({ officerId }: OfficerCaller, key: string): string {
    const bytes = Buffer.from(this.vault.index('officer-code', `${officerId}:${key}`), 'hex').subarray(0, 10);
    const code = [...bytes].map((byte) => signs[byte % signs.length]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  }

  #codeIndex(id: string, code: string): string {
    return this.vault.index('officer-invitation', `${id}:${code.replaceAll(/[\s-]/g, '').toUpperCase()}`);
  }

  #seal(id: string, column: string, secret: string): string {
    return this.vault.seal(`officers:${id}:${column}`, secret);
  }

  #open(id: string, column: string, sealed: string): string {
    return this.vault.open(`officers:${id}:${column}`, sealed);
  }
}
