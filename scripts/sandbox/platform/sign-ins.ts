import { randomBytes } from 'node:crypto';
import { dateInChina } from '../china-time.ts';
import type { RequestEnvelope } from './envelope.ts';

/** 9001: a sign-in number per institution, good for the day. Several at once are fine, as for several operators. */
export class SignIns {
  readonly #numbers = new Map<string, { institution: string; day: string }>();

  begin(message: RequestEnvelope, now: Date): unknown {
    const number = randomBytes(15).toString('hex');
    this.#numbers.set(number, { institution: message.fixmedins_code, day: dateInChina(now) });
    return { signinoutb: { sign_time: message.inf_time, sign_no: number } };
  }

  holds(message: RequestEnvelope, now: Date): boolean {
    const signIn = this.#numbers.get(message.sign_no);
    return signIn !== undefined && signIn.institution === message.fixmedins_code && signIn.day === dateInChina(now);
  }

  end(institution: string): void {
    for (const [number, signIn] of this.#numbers) if (signIn.institution === institution) this.#numbers.delete(number);
  }
}
