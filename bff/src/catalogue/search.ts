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

/** A part of the question, with what is reckoned of it once. */
interface Part {
  readonly text: string;
  readonly syllables: readonly string[];
  readonly rarity: number;
  readonly pairs: readonly (readonly [pair: string, rarity: number])[];
}

export class ItemSearch {
  readonly #entries: readonly Entry[];
  readonly #rarities: ReadonlyMap<string, number>;

  constructor(items: readonly RegionItem[]) {
    this.#entries = items.map(entry);
    const words = new Set(this.#entries.flatMap((one) => one.words.map(({ text }) => text)));
    this.#rarities = new Map([...words].map((text) => [text, this.#rarityOf(text)]));
  }

  /** Items that the question may mean, best first. */
  find(question: string): readonly RegionItem[] {
    const plain = plainWords(question);
    if (plain === '') return [];
    const score = this.#scorer(plain);
    const scored = this.#entries.map((one) => ({ item: one.item, score: score(one) }));
    const top = best(scored.map((one) => one.score));
    return scored
      .filter((one) => one.score > 0 && one.score >= top * 0.2)
      .toSorted((a, b) => b.score - a.score)
      .map(({ item }) => item);
  }

  #scorer(question: string): (one: Entry) => number {
    if (/^\d{4,}$/.test(question)) return ({ item }) => (item.code?.startsWith(question) === true ? 1 : 0);
    const typed = /[a-z]/.test(question) ? spell(question).join('') : null;
    const spelling = ({ words }: Entry): number => (typed === null ? 0 : spelledScore(words, typed));
    if (/^[a-z]+$/.test(question)) return spelling;
    const parts = meaningfulParts(question).map((text) => this.#part(text));
    return (one) => spelling(one) + this.#writtenScore(one, parts, question);
  }

  #part(text: string): Part {
    return {
      text,
      syllables: spell(text),
      rarity: this.#rarityOf(text),
      pairs: pairs(text).map((pair) => [pair, this.#rarityOf(pair)]),
    };
  }

  #writtenScore({ words, pairs: own }: Entry, parts: readonly Part[], question: string): number {
    const met = parts.flatMap((part) => words.map((one) => this.#wordScore(one, part, question)));
    const shared = parts.flatMap((part) => part.pairs.map(([pair, rarity]) => (own.get(pair) ?? 0) * rarity));
    return best(met) * 2 + sum(met) * 0.25 + sum(shared) * 2;
  }

  /** How well one word of an item meets a part of the question, from exact to misspelled. */
  #wordScore(own: Word, part: Part, question: string): number {
    const length = Math.min(own.text.length, 8);
    const rarity = this.#rarities.get(own.text) ?? 0;
    if (own.text === question || own.text === part.text) return own.weight * (length + 6) * rarity;
    if (question.includes(own.text)) return own.weight * (length + 2) * rarity;
    if (part.text.length > 1 && own.text.includes(part.text)) {
      return own.weight * (Math.min(part.text.length, 8) + 1) * part.rarity;
    }
    return misspelledScore(own, part);
  }

  /** From 1, said by one item alone, down to 0, said by every one: 「医保」 tells little. */
  #rarityOf(text: string): number {
    const all = this.#entries.length + 1;
    const found = this.#entries.filter(({ words }) => words.some((one) => one.text.includes(text))).length;
    return Math.log(all / Math.max(found, 1)) / Math.log(all);
  }
}

function entry(item: RegionItem): Entry {
  const words = [
    ...[item.name, ...bareNames(item.name)].map((text) => asWord(text, weights.name)),
    ...item.keywords.map((text) => asWord(text, weights.keyword)),
    ...Object.keys(item.lifeEvents).map((text) => asWord(text, weights.lifeEvent)),
    asWord(item.group, weights.group),
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

function asWord(given: string, weight: number): Word {
  const text = plainWords(given);
  const syllables = spell(text);
  spelled.set(text, syllables);
  const initials = syllables.map(([first = '']) => first).join('');
  return { text, syllables, spelling: syllables.join(''), initials, weight };
}

/** Another character of the same sound, or a mistyped one. */
function misspelledScore(own: Word, { text, syllables: sounds }: Part): number {
  if (text.length < 2 || own.text.length < 2) return 0;
  const [short, long] = sounds.length <= own.syllables.length ? [sounds, own.syllables] : [own.syllables, sounds];
  const distance = distanceInside(short, long);
  if (distance === 0) return own.weight * Math.min(short.length, 8) * 0.8;
  return short.length >= 4 && distance === 1 ? own.weight * (Math.min(short.length, 8) - 2) * 0.6 : 0;
}

/** Typed in Latin letters: initials, the beginning of a spelling, a spelling somewhere, a mistyped one. */
function spelledScore(words: readonly Word[], typed: string): number {
  const scores = words.map(({ spelling, initials, weight }) => {
    if (initials === typed || spelling === typed) return weight * (typed.length + 8);
    const begins = initials.startsWith(typed) || spelling.startsWith(typed);
    if (typed.length > 1 && begins) return weight * (typed.length + 4);
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
