/** What `/cgi-bin/stable_token` gave. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** Renewed this long before its end: the old one is still valid for calls under way. */
const EARLY_MS = 5 * 60 * 1000;
/** WeChat allows force_refresh 20 times a day and 30 s apart. */
const FORCE_APART_MS = 30 * 1000;
const FORCE_A_DAY = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The access token shared by all calls of this process. Several processes are fine: stable_token gives all of them the
 * same token while it is valid.
 */
export class AccessToken {
  readonly #fetchToken: (force: boolean) => Promise<IssuedToken>;
  readonly #now: () => number;
  #current: { token: string; renewAt: number } | undefined;
  #pending: Promise<string> | undefined;
  #forced: number[] = [];

  constructor(fetchToken: (force: boolean) => Promise<IssuedToken>, now: () => number = Date.now) {
    this.#fetchToken = fetchToken;
    this.#now = now;
  }

  /** `refused`: the token that WeChat just called invalid, if that is why another one is wanted. */
  async get(refused?: string): Promise<string> {
    if (this.#current !== undefined && this.#current.token !== refused && this.#now() < this.#current.renewAt) {
      return this.#current.token;
    }
    // One request for all who wait.
    this.#pending ??= this.#renew(refused !== undefined && this.#mayForce()).finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #renew(force: boolean): Promise<string> {
    if (force) this.#forced.push(this.#now());
    const { token, expiresInSeconds } = await this.#fetchToken(force);
    const life = expiresInSeconds * 1000;
    this.#current = { token, renewAt: this.#now() + Math.max(life - EARLY_MS, life / 2) };
    return token;
  }

  #mayForce(): boolean {
    const now = this.#now();
    this.#forced = this.#forced.filter((at) => now - at < DAY_MS);
    const last = this.#forced.at(-1);
    return this.#forced.length < FORCE_A_DAY && (last === undefined || now - last >= FORCE_APART_MS);
  }
}
