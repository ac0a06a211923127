import { Inject, Injectable } from '@nestjs/common';
import type { LoginView, SessionTokens } from '@yiban/shared-types/session';
import { IsNull, LessThan, MoreThan, Not, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { firstRefreshToken, rotateRefreshToken } from '../crypto/token-rotation.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { WECHAT } from '../gateways/tokens.js';
import type { WechatGateway } from '../gateways/wechat/wechat-gateway.js';
import type { CitizenCaller, SessionCaller } from '../http/caller.js';
import { newId } from '../ids.js';
import { PeopleService } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { AccessTokens } from './access-tokens.js';
import { Session } from './session.entity.js';
import { WechatAccount } from './wechat-account.entity.js';

export interface OpenWechatAccount {
  readonly wechatIndex: string;
  readonly openid: string;
}

const lifeMs = 90 * 86_400_000;

/** Sessions of citizens. A refresh token is `<session id>.<secret>`; each use replaces it. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly tokens: AccessTokens,
    private readonly people: PeopleService,
    @Inject(WECHAT) private readonly wechat: WechatGateway,
  ) {}

  /** A new session in a browser: nobody yet. */
  async openInBrowser(): Promise<SessionTokens> {
    return this.#open(null, null);
  }

  /** A new session in WeChat; who scanned a credential there before is known again. */
  async openByWechat(code: string): Promise<SessionTokens> {
    const login = await this.wechat.login(code);
    if (!login.ok)
      throw problem(
        login.reason === 'used'
          ? 'wechat-code-used'
          : login.reason === 'too-often'
            ? 'too-many-requests'
            : 'wechat-code-invalid',
      );
    const wechatIndex = this.vault.index('openid', login.openid);
    const account = await this.database.read.findOneBy(WechatAccount, { wechatIndex });
    return this.#open(account?.personId ?? null, { wechatIndex, openid: login.openid });
  }

  /** New tokens for an old refresh token; asked again at once, the same. Used later than that it ends the session. */
  async refresh(refreshToken: string): Promise<SessionTokens> {
    const rotated = await this.database.transaction((tx) =>
      rotateRefreshToken(tx, Session, {
        vault: this.vault,
        kind: 'refresh',
        refreshToken,
        now: this.clock.now(),
        expiresAt: this.#expiry(),
      }),
    );
    if (rotated === 'gone') throw problem('session-expired');
    if (rotated === 'reused') throw problem('session-reused');
    const { id, personId } = await this.database.read.findOneByOrFail(Session, { id: rotated.id });
    return this.#answer({ kind: 'citizen', sessionId: id, personId }, rotated.refreshToken);
  }

  /** Throws `session-expired` once the person logged out or closed their account. */
  async requireLive({ sessionId }: SessionCaller): Promise<void> {
    const live = await this.database.read.existsBy(Session, { id: sessionId, endedAt: IsNull() });
    if (!live) throw problem('session-expired');
  }

  async end({ sessionId }: SessionCaller): Promise<void> {
    await this.database.transaction((tx) =>
      tx.update(Session, { id: sessionId }, { endedAt: this.clock.now().toISOString() }),
    );
  }

  /** Where the person is logged in, here first, then the newest. */
  async logins({ sessionId, personId }: CitizenCaller): Promise<readonly LoginView[]> {
    const rows = await this.database.read.find(Session, {
      where: { personId, endedAt: IsNull(), expiresAt: MoreThan(this.clock.now().toISOString()) },
      order: { createdAt: 'DESC' },
    });
    const logins = rows.map(({ id, wechatIndex, createdAt, rotatedAt }) => ({
      id,
      inWechat: wechatIndex !== null,
      since: createdAt,
      usedLast: rotatedAt ?? createdAt,
      own: id === sessionId,
    }));
    return logins.toSorted((one, other) => Number(other.own) - Number(one.own));
  }

  /** Ends the person's sessions but this one; WeChat on a phone that was lost does not know them any more either. */
  async endOthers({ sessionId, personId }: CitizenCaller): Promise<void> {
    await this.database.transaction(async (tx) => {
      const kept = await tx.findOneByOrFail(Session, { id: sessionId });
      await tx.update(
        Session,
        { personId, id: Not(sessionId), endedAt: IsNull() },
        { endedAt: this.clock.now().toISOString() },
      );
      await tx.delete(WechatAccount, {
        personId,
        ...(kept.wechatIndex === null ? {} : { wechatIndex: Not(kept.wechatIndex) }),
      });
    });
  }

  /** Keyed hash of the openid of the WeChat account behind a session; null in a browser. */
  async wechatIndex({ sessionId }: SessionCaller): Promise<string | null> {
    return (await this.database.read.findOneBy(Session, { id: sessionId }))?.wechatIndex ?? null;
  }

  /** The WeChat accounts that are a person's. */
  async wechatAccounts(reader: EntityManager, personId: string): Promise<readonly OpenWechatAccount[]> {
    const accounts = await reader.findBy(WechatAccount, { personId });
    return accounts.map(({ wechatIndex, sealedOpenid }) => ({
      wechatIndex,
      openid: this.vault.open(placeOfOpenid(wechatIndex), sealedOpenid),
    }));
  }

  /** Ends all sessions of a person, and lets their WeChat accounts be nobody's. */
  async endAll(tx: EntityManager, personId: string): Promise<void> {
    await tx.update(Session, { personId, endedAt: IsNull() }, { endedAt: this.clock.now().toISOString() });
    await tx.delete(WechatAccount, { personId });
  }

  /** Rows of sessions that ended or expired a month ago. */
  async discardEnded(): Promise<void> {
    const monthAgo = new Date(this.clock.now().getTime() - 30 * 86_400_000).toISOString();
    await this.database.transaction(async (tx) => {
      await tx.delete(Session, { expiresAt: LessThan(monthAgo) });
      await tx.delete(Session, { endedAt: LessThan(monthAgo) });
    });
  }

  /** Ties the session, and the WeChat account behind it, to the person whose credential was scanned. */
  async bind({ sessionId }: SessionCaller, personId: string): Promise<SessionTokens> {
    const refreshToken = firstRefreshToken(sessionId);
    await this.database.transaction(async (tx) => {
      const row = await tx.findOneBy(Session, { id: sessionId });
      if (row === null || row.endedAt !== null) throw problem('session-expired');
      if (row.personId !== null && row.personId !== personId) throw problem('credential-other-person');
      await tx.update(
        Session,
        { id: sessionId },
        // A token from before the scan gives nothing any more: whoever had it then is not this person.
        { personId, refreshIndex: this.vault.index('refresh', refreshToken), previousIndex: null, rotatedAt: null },
      );
      if (row.wechatIndex !== null) await tx.update(WechatAccount, { wechatIndex: row.wechatIndex }, { personId });
    });
    return this.#answer({ kind: 'citizen', sessionId, personId }, refreshToken);
  }

  async #open(personId: string | null, wechat: { wechatIndex: string; openid: string } | null): Promise<SessionTokens> {
    const id = newId();
    const refreshToken = firstRefreshToken(id);
    const createdAt = this.clock.now().toISOString();
    await this.database.transaction(async (tx) => {
      await tx.insert(Session, {
        id,
        personId,
        wechatIndex: wechat?.wechatIndex ?? null,
        refreshIndex: this.vault.index('refresh', refreshToken),
        previousIndex: null,
        rotatedAt: null,
        createdAt,
        expiresAt: this.#expiry(),
        endedAt: null,
      });
      if (wechat === null || personId !== null) return;
      const { wechatIndex, openid } = wechat;
      if (await tx.existsBy(WechatAccount, { wechatIndex })) return;
      await tx.insert(WechatAccount, {
        wechatIndex,
        personId: null,
        sealedOpenid: this.vault.seal(placeOfOpenid(wechatIndex), openid),
        createdAt,
      });
    });
    return this.#answer({ kind: 'citizen', sessionId: id, personId }, refreshToken);
  }

  async #answer(caller: SessionCaller, refreshToken: string): Promise<SessionTokens> {
    const token = await this.tokens.issue(caller);
    const person = caller.personId === null ? null : this.people.view(await this.people.known(caller.personId));
    return { ...token, refreshToken, person };
  }

  #expiry(): string {
    return new Date(this.clock.now().getTime() + lifeMs).toISOString();
  }
}

const placeOfOpenid = (wechatIndex: string): string => `wechat_accounts:${wechatIndex}:openid`;
