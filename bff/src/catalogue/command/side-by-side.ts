/** Two texts beside each other in a terminal, where a Chinese character takes two columns. Pure. */

export function sideBySide(left: readonly string[], right: readonly string[], width: number): string {
  const column = Math.floor((width - 7) / 2);
  const [a, b] = [wrapped(left, column), wrapped(right, column)];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
    `    ${padded(a[i] ?? '', column)} │ ${b[i] ?? ''}`.trimEnd(),
  ).join('\n');
}

export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function wrapped(lines: readonly string[], columns: number): string[] {
  return lines.flatMap((line) => {
    const rows = [''];
    for (const character of line) {
      const row = rows.at(-1) ?? '';
      if (columnsOf(row) + columnsOf(character) <= columns) rows[rows.length - 1] = row + character;
      else rows.push(`  ${character}`);
    }
    return rows;
  });
}

/** East Asian wide characters and full-width forms take two columns. */
function columnsOf(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]|[\u{20000}-\u{3fffd}]/u.test(character) ? 2 : 1),
    0,
  );
}
