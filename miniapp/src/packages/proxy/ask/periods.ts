/** Until when: a few ways to say it. Pure. */
export type Period = 'month' | 'half-year' | 'year' | 'day';

const PERIODS = [
  { value: 'month', label: '一个月', months: 1 },
  { value: 'half-year', label: '半年', months: 6 },
  { value: 'year', label: '一年', months: 12 },
] as const;

export interface PeriodUntil {
  readonly value: Exclude<Period, 'day'>;
  readonly label: string;
  /** yyyy-MM-dd */
  readonly until: string;
}

/** Those that end by the latest day that may be asked for. */
export function periodsFrom(today: string, latest: string): readonly PeriodUntil[] {
  return PERIODS.map(({ value, label, months }) => ({ value, label, until: monthsLater(today, months) })).filter(
    ({ until }) => until <= latest,
  );
}

/** The same day of a later month, or its last day where it has no such day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  const wanted = Math.min(date, lastOfMonth.getUTCDate());
  return new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), wanted)).toISOString().slice(0, 10);
}
