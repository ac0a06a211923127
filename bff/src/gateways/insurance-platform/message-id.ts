import { platformTime } from './platform-time.js';

/**
 * Makes the message ids of one institution: its code (12), yyyyMMddHHmmss (14), sequence (4).
 * `instance` (0–99) is the first two digits of the sequence, so that several processes of one institution don't meet.
 * When a second's hundred numbers are used up, the next second is taken early rather than a number twice.
 */
export class MessageIds {
  readonly #prefix: string;
  readonly #instance: () => number;
  #second = 0;
  #sequence = 0;

  constructor(fixmedinsCode: string, instance: () => number) {
    this.#prefix = fixmedinsCode;
    this.#instance = instance;
  }

  next(now: Date): string {
    const second = Math.floor(now.getTime() / 1000);
    if (second > this.#second) {
      this.#second = second;
      this.#sequence = 0;
    } else if (this.#sequence === 100) {
      this.#second += 1;
      this.#sequence = 0;
    }
    const stamp = platformTime(new Date(this.#second * 1000)).replace(/\D/g, '');
    const sequence = String(this.#instance() * 100 + this.#sequence++).padStart(4, '0');
    return `${this.#prefix}${stamp}${sequence}`;
  }
}
