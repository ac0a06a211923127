import { randomBytes } from 'node:crypto';

const LIFE_MS = 7_200_000;
const OLD_LIFE_MS = 5 * 60_000;
const FORCE_APART_MS = 30_000;
const FORCE_A_DAY = 20;

/** stable_token: the same one while it is good; a forced one lets the old live five minutes more. */
export class WechatTokens {
  readonly #valid = new Map<string, number>();
  #current: { token: string; until: number } | undefined;
  #forced: number[] = [];

  issue(force: boolean, now: number): unknown {
    if (force) {
      this.#forced = this.#forced.filter((at) => now - at < 86_400_000);
      const last = this.#forced.at(-1);
      if (this.#forced.length >= FORCE_A_DAY || (last !== undefined && now - last < FORCE_APART_MS)) {
        return { errcode: 45011, errmsg: 'api minute-quota reach limit' };
      }
      this.#forced.push(now);
    }
    if (force || this.#current === undefined || now >= this.#current.until) {
      if (this.#current !== undefined) this.#valid.set(this.#current.token, now + OLD_LIFE_MS);
      this.#current = { token: randomBytes(300).toString('base64url'), until: now + LIFE_MS };
    }
    return { access_token: this.#current.token, expires_in: Math.floor((this.#current.until - now) / 1000) };
  }

  holds(token: string, now: number): boolean {
    if (this.#current?.token === token) return now < this.#current.until;
    return now < (this.#valid.get(token) ?? 0);
  }

  /** All that were given out are worth nothing from now on. */
  expire(): void {
    this.#current = undefined;
    this.#valid.clear();
  }
}
