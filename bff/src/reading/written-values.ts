/** Dates and sums as papers write them. */
import { isDate } from '../cases/identity-numbers.js';

/** A written date; a seal over its 月 does not matter. Without a global flag: used for its source too. */
export const datePattern =
  /(?<year>(?:19|20)\d{2})\s?(?:[-./年一]\s?(?<month>\d{1,2})\s?[-./★\p{Script=Han}]\s?(?<day>\d{1,2})日?|(?<month2>\d{2})(?<day2>\d{2})(?!\d))/u;

/** 「2026年3月4日」, 「2026-03-04」, 「2026.3.4」, 「20260304」 → 2026-03-04; null for what is not a date that exists. */
export function readDate(written: string): string | null {
  const groups = datePattern.exec(written)?.groups;
  if (groups === undefined) return null;
  const { year = '', month = groups['month2'] ?? '', day = groups['day2'] ?? '' } = groups;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

/** A sum in figures, always with its fen: a number without a point may have lost it. */
export const sumPattern = /-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}(?!\d)/u;

/** 「¥1,234.50」 → 123450 (fen). */
export function readSum(written: string): number | null {
  const found = sumPattern.exec(written)?.[0];
  return found === undefined ? null : Math.round(Number(found.replaceAll(',', '')) * 100);
}
