/** Small faults put into compiled JavaScript, one at a time: an operator turned, a number off by one, a word taken away. */

export interface Mutant {
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly source: string;
}

/** What stands outside of words in quotes and comments, as the compiler prints it: operators have spaces around them. */
const turned: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/ === /g, () => ' !== '],
  [/ !== /g, () => ' === '],
  [/ < /g, () => ' <= '],
  [/ <= /g, () => ' < '],
  [/ > /g, () => ' >= '],
  [/ >= /g, () => ' > '],
  [/ && /g, () => ' || '],
  [/ \|\| /g, () => ' && '],
  [/ \?\? /g, () => ' && '],
  [/ \+ /g, () => ' - '],
  [/ - /g, () => ' + '],
  [/ \* /g, () => ' / '],
  [/ \/ /g, () => ' * '],
  [/ % /g, () => ' * '],
  [/ \+= /g, () => ' -= '],
  [/ -= /g, () => ' += '],
  [/!(?=[\w(])/g, () => ''],
  [/\btrue\b/g, () => 'false'],
  [/\bfalse\b/g, () => 'true'],
  [/\bcontinue;/g, () => ';'],
  [/\.some\(/g, () => '.every('],
  [/\.every\(/g, () => '.some('],
  [/\bMath\.max\(/g, () => 'Math.min('],
  [/\bMath\.min\(/g, () => 'Math.max('],
  [/(?<![\w.$])\d[\d_]*(?![\w.])/g, (number) => String(Number(number.replaceAll('_', '')) + 1)],
];

/** A word in quotes that the program compares or hands on; sentences for people are not rules. */
const word = /^'[\w:-]+'$|^"[\w:-]+"$/;

export function mutantsOf(source: string): readonly Mutant[] {
  const found: Mutant[] = [];
  const put = (at: number, before: string, after: string): void => {
    const line = source.slice(0, at).split('\n').length;
    found.push({ line, before, after, source: source.slice(0, at) + after + source.slice(at + before.length) });
  };
  for (const { kind, at, text } of piecesOf(source)) {
    if (kind === 'quoted' && word.test(text)) put(at, text, "'mutant'");
    if (kind !== 'code') continue;
    for (const [pattern, turn] of turned) {
      for (const match of text.matchAll(pattern)) put(at + match.index, match[0], turn(match[0]));
    }
  }
  return found.toSorted((a, b) => a.line - b.line);
}

interface Piece {
  readonly kind: 'code' | 'quoted' | 'comment';
  readonly at: number;
  readonly text: string;
}

const notCode =
  /(?<import>^import .*$)|(?<comment>\/\/.*|\/\*[\s\S]*?\*\/)|(?<quoted>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=[(=,]\s?)\/(?![ *])(?:\\.|[^/\\\n])+\/\w*)|`(?:\\.|[^`\\$]|\$(?!\{))*`/gm;

/** A template with something put in stays code: its sentence has no operators with spaces around them. */
function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of source.matchAll(notCode)) {
    pieces.push({ kind: 'code', at: end, text: source.slice(end, match.index) });
    const kind = match.groups?.['quoted'] === undefined ? 'comment' : 'quoted';
    pieces.push({ kind, at: match.index, text: match[0] });
    end = match.index + match[0].length;
  }
  return [...pieces, { kind: 'code', at: end, text: source.slice(end) }];
}
