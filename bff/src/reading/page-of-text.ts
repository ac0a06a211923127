import type { Read } from '@yiban/shared-types/reading';
import type { TextLine } from './text-line.js';

/** From here on the model's word for every character is taken; measured by `npm run bench -- photos`. */
export const sureFrom = 0.9;
/** The same for a value that carries its own check, such as the last character of an identity number. */
const sureWhenChecked = 0.5;

/** Some of the text of a line, with how sure its least sure character is. */
export interface Span {
  readonly text: string;
  readonly sureness: number;
}

export interface Piece extends TextLine {
  /** The text with one width of characters: `：` is `:`, `（` is `(`, `￥` is `¥`. */
  readonly text: string;
}

/** A page as a person reads it: labels, and what stands after them or to their right. */
export class PageOfText {
  readonly pieces: readonly Piece[];

  constructor(lines: readonly TextLine[]) {
    this.pieces = lines.map(plain);
  }

  /** All that matches, in reading order. */
  all(pattern: RegExp): readonly { readonly piece: Piece; readonly span: Span }[] {
    return this.pieces.flatMap((piece) => {
      const found = pattern.exec(piece.text);
      return found === null ? [] : [{ piece, span: spanOf(piece, found.index, found[0].length) }];
    });
  }

  has(pattern: RegExp): boolean {
    return this.pieces.some(({ text }) => pattern.test(text));
  }

  /**
   * What stands after a label, in the same piece or to its right in the same row, as far as it has the `shape` (which must
   * start at the beginning). The label's pattern takes in whatever stands between, such as 「(章)」.
   */
  after(label: RegExp, shape: RegExp): Span | null {
    for (const piece of this.pieces) {
      const found = label.exec(piece.text);
      if (found === null) continue;
      const start = found.index + found[0].length;
      const gap = /^[\s:;.·]*/u.exec(piece.text.slice(start))?.[0].length ?? 0;
      const rest = piece.text.slice(start + gap);
      const here = shape.exec(rest);
      if (here !== null && here.index === 0) return spanOf(piece, start + gap, here[0].length);
      if (rest.trim() !== '') continue;
      const right = this.rightOf(piece)[0];
      const there = right === undefined ? null : shape.exec(right.text.replace(/^[\s:]+/u, ''));
      if (right === undefined || there === null || there.index !== 0) continue;
      return spanOf(right, right.text.indexOf(there[0]), there[0].length);
    }
    return null;
  }

  /** Pieces in the same row, nearest first. */
  rightOf(piece: Piece): readonly Piece[] {
    return this.pieces
      .filter((other) => other !== piece && inOneRow(piece, other) && other.left > piece.left + piece.width * 0.5)
      .toSorted((a, b) => a.left - b.left);
  }
}

export function inOneRow(one: Piece, other: Piece): boolean {
  const distance = Math.abs(one.top + one.height / 2 - other.top - other.height / 2);
  return distance < Math.max(one.height, other.height) * 0.6;
}

/** Whole characters from `start` of the text. All are of the basic plane: the model knows no others. */
export function spanOf({ text, confidences }: Piece, start: number, length: number): Span {
  return { text: text.slice(start, start + length), sureness: Math.min(...confidences.slice(start, start + length)) };
}

/** The value of a span; `parse` gives null for what it cannot be. */
export function field<T>(span: Span | null, parse: (text: string) => T | null): Read<T> {
  return fieldWhere(span, parse, () => true, sureFrom);
}

/** The same for a value that carries a check. */
export function checkedField<T>(
  span: Span | null,
  parse: (text: string) => T | null,
  check: (value: T) => boolean,
): Read<T> {
  return fieldWhere(span, parse, check, sureWhenChecked);
}

/** The same for a value that must have a certain form, which proves little. */
export function fieldWhere<T>(
  span: Span | null,
  parse: (text: string) => T | null,
  holds: (value: T) => boolean,
  least = sureFrom,
): Read<T> {
  const value = span === null ? null : parse(span.text);
  if (span === null || value === null) return null;
  return { value, confidence: span.sureness >= least && holds(value) ? 'sure' : 'unsure' };
}

/** As it is read. */
export const asWritten = (text: string): string => text.trim();

/** One character for one: confidences stand beside them. */
function plain(line: TextLine): Piece {
  const text = [...line.text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
      return { '￥': '¥', '　': ' ', '【': '[', '】': ']', '。': '.', '〔': '(', '〕': ')' }[character] ?? character;
    })
    .join('');
  return { ...line, text };
}
