/**
 * Finds items by name, code, pinyin, initials, everyday words and through typing mistakes. Pure, in memory: the few
 * dozen items of one region are gone through for each question.
 */
import { pinyin } from 'pinyin-pro';
import { distanceInside } from './edit-distance.js';
import type { RegionItem } from './layering.js';
import { meaningfulParts, pairs, plainWords } from './question-words.js';

/** How much a word counts by where it stands. */
const weights = { name: 3, keyword: 3, lifeEvent: 2, group: 1, text: 0.4 } as const;

interface Word {
  readonly text: string;
  readonly syllables: readonly string[];
  /** Syllables run together, and their first letters: 「备案」 → beian, ba. */
  readonly spelling: string;
  readonly initials: string;
  readonly weight: number;
}

interface Entry {
  readonly item: RegionItem;
  readonly words: readonly Word[];
  readonly pairs: ReadonlyMap<string, number>;
}

export class ItemSearch {
  readonly #entries: readonly Entry[];
  readonly #rarity: (pair: string) => number;

  constructor(items: readonly RegionItem[]) {
    this.#entries = items.map(entry);
    const found = new Map<string, number>();
    for (const one of this.#entries) for (const pair of one.pairs.keys()) found.set(pair, (found.get(pair) ?? 0) + 1);
    // What every item says tells nothing.
    this.#rarity = (pair) => Math.log((items.length + 1) / (found.get(pair) ?? items.length + 1));
  }

  /** Items that the question may mean, best first. */
  find(question: string): readonly RegionItem[] {
    const plain = plainWords(question);
    if (plain === '') return [];
    const scored = this.#entries.map((one) => ({ item: one.item, score: this.#score(one, plain) }));
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score > 0 && score >= best * 0.2)
      .toSorted((a, b) => b.score - a.score)
      .map(({ item }) => item);
  }

  #score(one: Entry, question: string): number {
    if (/^\d{4,}$/.test(question)) return one.item.code?.startsWith(question) === true ? 1 : 0;
    if (/^[a-z]+$/.test(question)) return spelledScore(one.words, question);
    if (/[a-z]/.test(question))
      return spelledScore(one.words, spell(question).join('')) + this.#writtenScore(one, question);
    return this.#writtenScore(one, question);
  }

  #writtenScore({ words, pairs: own }: Entry, question: string): number {
    const parts = meaningfulParts(question);
    const exact = parts.flatMap((part) => words.map((word) => wordScore(word, part, question)));
    const shared = parts.flatMap((part) => pairs(part).map((pair) => (own.get(pair) ?? 0) * this.#rarity(pair)));
    return best(exact) * 2 + sum(exact) * 0.25 + sum(shared);
  }
}

function entry(item: RegionItem): Entry {
  const words = [
    ...[item.name, ...bareNames(item.name)].map((text) => word(text, weights.name)),
    ...item.keywords.map((text) => word(text, weights.keyword)),
    ...item.lifeEvents.map((text) => word(text, weights.lifeEvent)),
    word(item.group, weights.group),
  ];
  const found = new Map<string, number>();
  const texts = [
    ...words.map(({ text, weight }) => ({ text, weight })),
    ...[item.summary, item.description, item.eligibility].map((text) => ({
      text: plainWords(text),
      weight: weights.text,
    })),
  ];
  for (const { text, weight } of texts) {
    for (const pair of pairs(text)) found.set(pair, Math.max(found.get(pair) ?? 0, weight));
  }
  return { item, words, pairs: found };
}

/** Official names begin with words that nobody types. */
function bareNames(name: string): readonly string[] {
  const bare = name.replace(/^(基本医疗保险参保人员享受|基本医疗保险|符合资助条件的|医疗保险)/, '');
  return bare === name ? [] : [bare];
}

/** Many items share their keywords: each is spelled once. */
const spelled = new Map<string, readonly string[]>();

function spell(text: string): readonly string[] {
  const known = spelled.get(text);
  if (known !== undefined) return known;
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
}

function word(given: string, weight: number): Word {
  const text = plainWords(given);
  const syllables = spell(text);
  spelled.set(text, syllables);
  const initials = syllables.map(([first = '']) => first).join('');
  return { text, syllables, spelling: syllables.join(''), initials, weight };
}

/** How well one word of an item meets a part of the question, from exact to misspelled. */
function wordScore(own: Word, part: string, question: string): number {
  const length = Math.min(own.text.length, 8);
  if (own.text === question || own.text === part) return own.weight * (length + 6);
  if (question.includes(own.text)) return own.weight * (length + 2);
  if (part.length > 1 && own.text.includes(part)) return own.weight * (Math.min(part.length, 8) + 1);
  return misspelledScore(own, part);
}

/** Another character of the same sound, or a mistyped one. */
function misspelledScore(own: Word, part: string): number {
  if (part.length < 2 || own.text.length < 2) return 0;
  const sounds = spell(part);
  const [short, long] = sounds.length <= own.syllables.length ? [sounds, own.syllables] : [own.syllables, sounds];
  const distance = distanceInside(short, long);
  if (distance === 0) return own.weight * Math.min(short.length, 8) * 0.8;
  return short.length >= 4 && distance === 1 ? own.weight * (Math.min(short.length, 8) - 2) * 0.6 : 0;
}

/** Typed in Latin letters: initials, the beginning of a spelling, a spelling somewhere, a mistyped one. */
function spelledScore(words: readonly Word[], typed: string): number {
  const scores = words.map(({ spelling, initials, weight }) => {
    if (initials === typed || spelling === typed) return weight * (typed.length + 8);
    if (typed.length > 1 && (initials.startsWith(typed) || spelling.startsWith(typed)))
      return weight * (typed.length + 4);
    if (typed.length > 1 && initials.includes(typed)) return weight * (typed.length + 2);
    if (typed.length > 2 && spelling.includes(typed)) return weight * (typed.length + 2);
    if (spelling.length > 3 && typed.includes(spelling)) return weight * spelling.length;
    const allowed = Math.floor(typed.length / 5);
    if (allowed === 0) return 0;
    const distance = distanceInside([...typed], [...spelling]);
    return distance <= allowed ? weight * (typed.length - 2 * distance) : 0;
  });
  return best(scores) * 2 + sum(scores) * 0.25;
}

function best(scores: readonly number[]): number {
  return Math.max(0, ...scores);
}

function sum(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0);
}
