/**
 * Breaks text into lines as Chinese is set (W3C 中文排版需求 §3.1.5, GB/T 15834): between any two ideographs, never inside
 * a word or number, no closing mark at the beginning of a line and no opening mark at its end.
 */

const noStart = new Set('，。、；：？！）〕】》〉」』”’％℃°·…—～,.;:?!)]}%元日月年');
const noEnd = new Set('（〔【《〈「『“‘([{￥¥');

/** The lines of a text at most `width` wide; `indent` is kept free before the first. `\n` begins a new line. */
export function breakLines(
  text: string,
  measure: (text: string) => number,
  width: number,
  indent = 0,
): readonly string[] {
  const lines: string[] = [];
  for (const [index, paragraph] of text.split('\n').entries()) {
    lines.push(...breakParagraph(paragraph, measure, width, index === 0 ? indent : 0));
  }
  return lines;
}

function breakParagraph(text: string, measure: (text: string) => number, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = indent;
  for (const piece of pieces(text)) {
    const pieceWidth = measure(piece);
    if (lineWidth + measure(piece.trimEnd()) > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      lineWidth = 0;
    }
    if (pieceWidth <= width - lineWidth) {
      line += piece;
      lineWidth += pieceWidth;
      continue;
    }
    // A word wider than the line (a long code or address without blanks) is cut between characters.
    for (const character of piece) {
      const characterWidth = measure(character);
      if (line !== '' && lineWidth + characterWidth > width) {
        lines.push(line);
        line = '';
        lineWidth = 0;
      }
      line += character;
      lineWidth += characterWidth;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** What must not be parted: a word with the marks that cling to it, or one ideograph with its marks. */
function pieces(text: string): readonly string[] {
  const words = text.match(/[\p{Script=Latin}\p{N}\p{M}'’_@#&/+*=.,:-]+ *|./gsu) ?? [];
  const joined: string[] = [];
  let clings = false;
  for (const word of words) {
    const [first = ''] = word;
    const last = joined.at(-1);
    if (last !== undefined && (clings || noStart.has(first) || word === ' ')) joined[joined.length - 1] = last + word;
    else joined.push(word);
    clings = noEnd.has([...word].at(-1) ?? '');
  }
  return joined;
}
