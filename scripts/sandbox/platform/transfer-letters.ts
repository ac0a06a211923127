import { createHash } from 'node:crypto';
import { dateInChina } from '../china-time.ts';
import type { Deed, Journal, TransferAnswer } from '../journal.ts';
import type { Person } from '../people.ts';
import type { Ledger } from './ledger.ts';

/**
 * The other agency of a transfer (转出地): gets the 联系函, and some time later sends the 信息表 and the funds, by itself
 * after a delay or when a test tells it to.
 */
export class TransferLetters {
  readonly #ledger: Ledger;
  readonly #journal: Journal;
  #delayMs: number;

  constructor(parts: { ledger: Ledger; journal: Journal; delayMs: number }) {
    this.#ledger = parts.ledger;
    this.#journal = parts.journal;
    this.#delayMs = parts.delayMs;
  }

  get delayMs(): number {
    return this.#delayMs;
  }

  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Every letter about the person, with what came back. */
  async of(person: Person, now: Date) {
    const letters = this.#ledger.of(person.psnNo, 'send-transfer-letter');
    for (const letter of letters) {
      const due = new Date(letter.at).getTime() + this.#delayMs;
      if (this.#answerTo(letter) === undefined && due <= now.getTime()) await this.#answer(letter, now);
    }
    return letters.map((letter) => this.#row(letter));
  }

  all() {
    return this.#ledger.all
      .filter(({ operation }) => operation === 'send-transfer-letter')
      .map((one) => this.#row(one));
  }

  /** The other agency answers now; false when no such letter was sent. */
  async answer(letterNo: string, now: Date): Promise<boolean> {
    const letter = this.#ledger.all.find(({ output }) => output['ltr_no'] === letterNo);
    if (letter === undefined) return false;
    if (this.#answerTo(letter) === undefined) await this.#answer(letter, now);
    return true;
  }

  #answerTo(letter: Deed): TransferAnswer | undefined {
    return this.#journal.events
      .filter((event) => event.type === 'transfer-answer')
      .find(({ letterNo }) => letterNo === letter.output['ltr_no']);
  }

  async #answer(letter: Deed, now: Date): Promise<void> {
    await this.#journal.append({
      type: 'transfer-answer',
      letterNo: letter.output['ltr_no'] ?? '',
      at: now.toISOString(),
    });
  }

  #row(letter: Deed) {
    const answer = this.#answerTo(letter);
    const sent = dateInChina(new Date(letter.at));
    return {
      ltr_no: letter.output['ltr_no'],
      ltr_type: letter.fields['ltr_type'],
      tout_admdvs: letter.fields['tout_admdvs'],
      tin_admdvs: letter.fields['tin_admdvs'],
      ltr_stas: answer === undefined ? '已收到' : '已办理转出',
      snd_date: sent,
      ...(answer === undefined ? nothingYet : formerInsurance(letter, dateInChina(new Date(answer.at)))),
    };
  }
}

const nothingYet = {
  info_no: '',
  info_date: null,
  insutype: '',
  begndate: null,
  enddate: null,
  clct_mons: '',
  fund_amt: '',
  fund_date: null,
};

/** What the other agency has on record: invented, and the same each time for one letter. */
function formerInsurance(letter: Deed, received: string) {
  const digest = createHash('sha256')
    .update(letter.output['ltr_no'] ?? '')
    .digest();
  const months = 12 + ((digest[0] ?? 0) % 48);
  const [year = 0, month = 1] = received.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
  return {
    info_no: `XXB${letter.output['ltr_no'] ?? ''}`,
    info_date: received,
    insutype: '310',
    begndate: first,
    enddate: new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10),
    clct_mons: months,
    fund_amt: (months * 86.4).toFixed(2),
    fund_date: received,
  };
}
