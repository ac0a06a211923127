/**
 * A case while it is filled in. Answers are kept on the phone at once and saved to the server when `save` is called or
 * typing pauses; one write at a time, each with the version that stands. A case that was changed elsewhere is read anew,
 * the own unsent answers are laid over it, lists that both added to are put together, and saving goes on without a question.
 */
import type { Answer, Answers, CaseMaterialView, CaseView, CheckResult } from '@yiban/shared-types/cases';
import { attachMaterial, checkCase, detachMaterial, oneCase, saveCase, submitCase, supplementCase } from '../api/cases';
import type { Attachment } from '../api/cases';
import { attachTable } from '../api/tables';
import { ApiProblem, NoAnswer, hasCode } from '../api/problem';
import { onceOnline } from '../network/once-online';
import { keepDraft, keptDraft } from './kept-draft';
import { mergedLists } from './merged-lists';
import { forgetDeed, pendingDeed } from './pending-deed';
import { keepUnsent, unsentAnswers } from './unsent-answers';

export interface DraftState {
  readonly view: CaseView;
  /** What the server has, with the unsent answers over it. */
  readonly answers: Answers;
  /** kept: on the phone only, for want of a network. */
  readonly saving: 'saved' | 'saving' | 'kept';
  /** Why saving is refused, where it is not the network. */
  readonly problem: unknown;
}

const PAUSE_IN_TYPING_MS = 2_000;
const RETRY_MS = 10_000;

export class Draft {
  readonly #person: string;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #unsent: Answers;
  /** What the unsent answers were made from. */
  #base: Answers;
  #writes: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitsForNetwork = false;

  constructor(view: CaseView, person: string) {
    this.#person = person;
    this.#base = keptDraft(person, view.id)?.form ?? {};
    this.#unsent = unsentAnswers({ person, caseId: view.id });
    this.#state = { view, answers: {}, saving: 'saved', problem: null };
    this.#see(view);
    if (this.#hasUnsent()) void this.save();
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps an answer; an empty one takes it back. */
  answer(question: string, answer: Answer): void {
    if (same(this.#state.answers[question] ?? null, answer)) return;
    this.#keep({ ...this.#unsent, [question]: answer });
    this.#change({ answers: laidOver(this.#state.answers, { [question]: answer }) });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE_IN_TYPING_MS);
  }

  /** Saves what is unsent. Never throws: what can't be saved now stays on the phone, and `problem` says why. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      await this.settle();
    } catch (error) {
      this.#change({ saving: 'kept', problem: error instanceof NoAnswer ? null : error });
      if (error instanceof NoAnswer || isPassing(error)) this.#saveOnceOnline();
    }
  }

  /** Nothing unsent is left; throws where that can't be. */
  async settle(): Promise<void> {
    while (this.#hasUnsent()) {
      this.#change({ saving: 'saving' });
      await this.#write(async ({ id, version }) => {
        const sent = this.#unsent;
        // Another call of this has sent them meanwhile.
        if (!this.#hasUnsent()) return this.#state.view;
        const view = await saveCase(id, version, sent);
        this.#keep(without(this.#unsent, sent));
        this.#base = laidOver(this.#base, sent);
        return view;
      });
    }
    this.#change({ saving: 'saved', problem: null });
  }

  /** Meets a requirement. `attachment` is asked again should the case have changed meanwhile. */
  async attach(material: string, attachment: (standing: CaseMaterialView | undefined) => Attachment): Promise<void> {
    await this.#write(({ id, version, materials }) =>
      attachMaterial(id, version, material, attachment(materials.find((one) => one.material === material))),
    );
  }

  async detach(material: string): Promise<void> {
    await this.#write(({ id, version }) => detachMaterial(id, version, material));
  }

  /** Answers a question by a file that was sent. Throws `table-rows-invalid` with every fault. */
  async attachTable(question: string, upload: string): Promise<void> {
    await this.settle();
    await this.#write(({ id, version }) => attachTable(id, version, question, upload));
  }

  /** Reads the case anew, for what the server found out by itself. */
  async look(): Promise<void> {
    await this.#alone(async () => this.#see(await oneCase(this.#state.view.id)));
  }

  /** Everything that is missing or wrong, with all answers saved first. */
  async check(): Promise<CheckResult> {
    await this.settle();
    return checkCase(this.#state.view.id);
  }

  /** Submits the draft, or hands in the supplement. */
  async submit(): Promise<CaseView> {
    await this.settle();
    return this.#alone(async () => {
      const { view } = this.#state;
      try {
        return await this.#handIn(view);
      } catch (error) {
        if (!hasCode(error, 'stale-case')) throw error;
        const now = await oneCase(view.id);
        this.#change({ view: now });
        // A write of this phone whose answer was lost: there is nothing that the person has not seen.
        if (!saysTheSame(view, now)) throw error;
        return this.#handIn(now);
      }
    });
  }

  async #handIn(view: CaseView): Promise<CaseView> {
    const { key, version } = pendingDeed(view.id, view.version);
    const send = view.status === 'supplement' ? supplementCase : submitCase;
    try {
      const submitted = await send(view.id, version, key);
      forgetDeed(view.id);
      this.#change({ view: submitted });
      return submitted;
    } catch (error) {
      if (error instanceof ApiProblem && !isPassing(error)) forgetDeed(view.id);
      throw error;
    }
  }

  async #write(deed: (view: CaseView) => Promise<CaseView>): Promise<void> {
    await this.#alone(async () => {
      let view: CaseView;
      try {
        view = await deed(this.#state.view);
      } catch (error) {
        // Submitted meanwhile, by an answer that was lost or on another phone: the case shows where it stands.
        const closed = hasCode(error, 'transition-not-allowed');
        if (!closed && !hasCode(error, 'stale-case')) throw error;
        this.#see(await oneCase(this.#state.view.id));
        if (closed) throw error;
        view = await deed(this.#state.view);
      }
      this.#see(view);
    });
  }

  /** One after the other: each write needs the version that the one before left. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writes.then(work, work);
    this.#writes = turn.catch(() => undefined);
    return turn;
  }

  #see(view: CaseView): void {
    if (this.#hasUnsent()) this.#keep(mergedLists(this.#base, this.#unsent, view.form));
    this.#base = view.form;
    this.#change({ view, answers: laidOver(view.form, this.#unsent) });
  }

  #keep(unsent: Answers): void {
    this.#unsent = unsent;
    keepUnsent({ person: this.#person, caseId: this.#state.view.id }, unsent);
  }

  #hasUnsent(): boolean {
    return Object.keys(this.#unsent).length > 0;
  }

  #saveOnceOnline(): void {
    if (this.#waitsForNetwork) return;
    this.#waitsForNetwork = true;
    onceOnline(RETRY_MS, () => {
      this.#waitsForNetwork = false;
      if (this.#hasUnsent()) void this.save();
    });
  }

  #change(news: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...news };
    if (news.view !== undefined) keepDraft(this.#person, news.view);
    this.#listeners.forEach((tell) => tell());
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problem.status >= 500 || error.problem.status === 429);
}

/** What is handed in, leaving out how the photos are shown. */
function saysTheSame(one: CaseView, other: CaseView): boolean {
  const handedIn = ({ status, form, materials }: CaseView): string =>
    JSON.stringify([
      status,
      Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1)),
      materials.map(({ material, alternative, uploads, signed }) => [
        material,
        alternative,
        uploads.map(({ id }) => id),
        signed,
      ]),
    ]);
  return handedIn(one) === handedIn(other);
}

function laidOver(below: Answers, above: Answers): Answers {
  return Object.fromEntries(Object.entries({ ...below, ...above }).filter(([, answer]) => answer !== null));
}

/** The answers that have changed again since they were sent. */
function without(unsent: Answers, sent: Answers): Answers {
  return Object.fromEntries(Object.entries(unsent).filter(([id, answer]) => !same(answer, sent[id])));
}

function same(one: Answer | undefined, other: Answer | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
