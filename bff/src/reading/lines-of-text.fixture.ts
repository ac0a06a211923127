/** For tests: lines of text as the reader gives them, from rows as they stand on a paper. */
import type { PictureText, TextLine } from './text-line.js';

/** One row a string; `|` parts pieces that stand apart; `?` behind a character makes it dim. */
export function linesOfText(rows: readonly string[], codes: readonly string[] = []): PictureText {
  return { lines: rows.flatMap(rowOf), codes, atTheEdge: 0, turned: 0 };
}

function rowOf(row: string, at: number): readonly TextLine[] {
  const pieces = row.split('|');
  return pieces.flatMap((piece, i) => {
    const characters = [...piece.matchAll(/(.)(\??)/gu)];
    const text = characters.map(([, character]) => character).join('');
    if (text.trim() === '') return [];
    return {
      text,
      confidences: characters.map(([, , dim]) => (dim === '?' ? 0.3 : 0.99)),
      left: 100 + (800 * i) / pieces.length,
      top: 50 + at * 30,
      width: Math.min(text.length * 14, 800 / pieces.length - 10),
      height: 20,
    };
  });
}
