/** Money as people type it and as it is kept: integer fen. */

/** 「1,234.5」「１２３４．５元」 → 123450; null when it is no amount of money with at most two decimals. */
export function fenFromText(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,，¥元]/g, '');
  const match = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** 123450 → 「1234.50」, as it stands in the field. */
export function textFromFen(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
