/**
 * Full-width marks that meet share their white space: 「”，」 takes one and a half characters, not two
 * (W3C 中文排版需求 §3.1.6.1, 标点挤压).
 */

export interface SqueezedRun {
  readonly text: string;
  /** Set in half its width. */
  readonly half: boolean;
}

const closing = new Set('，。、；：）〕】》〉」』”’');
const opening = new Set('（〔【《〈「『“‘');

/** Cuts a text into stretches of marks to be set half wide and all the rest. */
export function squeezePunctuation(text: string): readonly SqueezedRun[] {
  const characters = [...text];
  const runs: { text: string; half: boolean }[] = [];
  for (const [index, character] of characters.entries()) {
    const before = characters[index - 1] ?? '';
    const after = characters[index + 1] ?? '';
    const half =
      (closing.has(character) && (closing.has(after) || opening.has(after))) ||
      (opening.has(character) && opening.has(before));
    const last = runs.at(-1);
    if (last?.half === half) last.text += character;
    else runs.push({ text: character, half });
  }
  return runs;
}
