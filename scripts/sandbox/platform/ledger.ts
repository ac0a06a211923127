import type { Deed, Journal } from '../journal.ts';
import { EmployeeLists } from './employee-lists.ts';

/** The deeds done so far, found by key, by person and by number; built from the journal at the start. */
export class Ledger {
  /** What units' lists of employees changed. */
  readonly employees = new EmployeeLists();
  readonly #journal: Journal;
  readonly #byKey = new Map<string, Deed>();
  readonly #byPerson = new Map<string, Deed[]>();
  readonly #byMessage = new Map<string, Deed>();
  /** Registration number or message id → the day it ended. */
  readonly #ended = new Map<string, string>();
  #all: Deed[] = [];

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const event of journal.events) if (event.type === 'deed') this.#index(event);
  }

  get all(): readonly Deed[] {
    return this.#all;
  }

  byKey(region: string, infno: string, key: string): Deed | undefined {
    return this.#byKey.get(`${region} ${infno} ${key}`);
  }

  byMessage(msgid: string): Deed | undefined {
    return this.#byMessage.get(msgid);
  }

  of(psnNo: string, operation: string): readonly Deed[] {
    return (this.#byPerson.get(psnNo) ?? []).filter(
      (deed) => deed.operation === operation && !this.#ended.has(deed.msgid),
    );
  }

  /** The day a registration was cancelled, if it was. */
  endOf(number: string): string | undefined {
    return this.#ended.get(number);
  }

  isReversed(deed: Deed): boolean {
    return this.#ended.has(deed.msgid);
  }

  async add(deed: Deed): Promise<void> {
    this.#index(deed);
    await this.#journal.append(deed);
  }

  #index(deed: Deed): void {
    this.#all.push(deed);
    this.#byKey.set(`${deed.region} ${deed.infno} ${deed.key}`, deed);
    this.#byMessage.set(deed.msgid, deed);
    this.employees.take(deed);
    const own = this.#byPerson.get(deed.psnNo);
    if (own === undefined) this.#byPerson.set(deed.psnNo, [deed]);
    else own.push(deed);
    const ends =
      deed.operation === 'reverse'
        ? deed.fields['omsgid']
        : deed.operation.startsWith('cancel-')
          ? deed.fields['trt_dcla_detl_sn']
          : undefined;
    if (ends !== undefined) this.#ended.set(ends, deed.at);
  }
}
