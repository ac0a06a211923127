/**
 * The fewest insertions, deletions, substitutions and swaps of neighbours that turn `word` into some part of `text`
 * (Sellers' variant of the optimal string alignment distance): how well a mistyped word stands somewhere in a text.
 */
export function distanceInside(word: readonly string[], text: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: text.length + 1 }, () => 0);
  word.forEach((letter, i) => {
    const current = [i + 1];
    text.forEach((other, j) => {
      const substituted = at(last, j) + (letter === other ? 0 : 1);
      const swapped =
        i > 0 && j > 0 && letter === text[j - 1] && word[i - 1] === other ? at(beforeLast, j - 1) + 1 : Infinity;
      current.push(Math.min(substituted, at(last, j + 1) + 1, at(current, j) + 1, swapped));
    });
    beforeLast = last;
    last = current;
  });
  return Math.min(...last);
}

function at(row: readonly number[], i: number): number {
  return row[i] ?? Infinity;
}
