/**
 * Working days counted anew for the tests, from the notice itself (国办发明电〔2025〕7号, for 2026) and nothing of the product.
 * Of 2027 there is no notice: New Year's Day is a day off by law (全国年节及纪念日放假办法), else weekends alone.
 */
const off: readonly (readonly [from: string, to: string])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
  ['2027-01-01', '2027-01-01'],
];
const worked = new Set(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);

/** The so-many-th working day after that day, which does not count itself. */
export function workingDaysLater(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  for (let left = days; left > 0;) {
    at.setUTCDate(at.getUTCDate() + 1);
    if (isWorked(at)) left -= 1;
  }
  return at.toISOString().slice(0, 10);
}

function isWorked(at: Date): boolean {
  const date = at.toISOString().slice(0, 10);
  if (worked.has(date)) return true;
  if (off.some(([from, to]) => from <= date && date <= to)) return false;
  return at.getUTCDay() !== 0 && at.getUTCDay() !== 6;
}
