import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { type Person, personByKey } from './people.ts';

const QR_LIFE_MS = 60_000;
const TOKEN_LIFE_MS = 15 * 60_000;

export type QrState = 'fresh' | 'used' | 'expired' | 'forged';

/**
 * 医保码: 36 digits, of which 13 are the time it was shown, 11 are chance and 12 prove that it is ours (28 digits in
 * the real one, whose make is not published). Shown for 60 s, read once. Those shown before a restart are expired.
 */
export class CredentialCodes {
  readonly #secret = randomBytes(32);
  readonly #shown = new Map<string, { key: string; used: boolean }>();
  readonly #tokens = new Map<string, { key: string; until: number }>();

  show(person: Person, now: Date): { qr: string; expiresAt: string } {
    this.#forgetOld(now);
    const body = String(now.getTime()) + String(randomInt(0, 1e11)).padStart(11, '0');
    const qr = body + this.#proof(body);
    this.#shown.set(qr, { key: person.key, used: false });
    return { qr, expiresAt: new Date(now.getTime() + QR_LIFE_MS).toISOString() };
  }

  state(qr: string, now: Date): QrState {
    const body = qr.slice(0, 24);
    if (!/^\d{36}$/.test(qr)) return 'forged';
    if (!timingSafeEqual(Buffer.from(this.#proof(body)), Buffer.from(qr.slice(24)))) return 'forged';
    const shown = this.#shown.get(qr);
    if (shown?.used === true) return 'used';
    return shown === undefined || now.getTime() - Number(qr.slice(0, 13)) > QR_LIFE_MS ? 'expired' : 'fresh';
  }

  /** Uses the QR up. */
  decode(qr: string, now: Date): { person: Person; token: string } | Exclude<QrState, 'fresh'> {
    const state = this.state(qr, now);
    if (state !== 'fresh') return state;
    const shown = this.#shown.get(qr);
    const person = shown === undefined ? undefined : personByKey(shown.key);
    if (shown === undefined || person === undefined) return 'expired';
    shown.used = true;
    const token = randomBytes(32).toString('hex');
    this.#tokens.set(token, { key: person.key, until: now.getTime() + TOKEN_LIFE_MS });
    return { person, token };
  }

  personOfToken(token: string, now: Date): Person | undefined {
    const known = this.#tokens.get(token);
    return known === undefined || now.getTime() > known.until ? undefined : personByKey(known.key);
  }

  #proof(body: string): string {
    const digest = createHmac('sha256', this.#secret).update(body).digest();
    return String(digest.readBigUInt64BE() % 10n ** 12n).padStart(12, '0');
  }

  /** Used ones are kept while somebody may still hold them up. */
  #forgetOld(now: Date): void {
    for (const [qr] of this.#shown) {
      if (now.getTime() - Number(qr.slice(0, 13)) <= 10 * QR_LIFE_MS) break;
      this.#shown.delete(qr);
    }
    for (const [token, { until }] of this.#tokens) {
      if (now.getTime() <= until) break;
      this.#tokens.delete(token);
    }
  }
}
