/** Stretches of time that are often looked at. Days are `yyyy-MM-dd` in China, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const kinds = [
  { kind: 'month', name: '本月' },
  { kind: 'last-month', name: '上月' },
  { kind: 'year', name: '今年' },
  { kind: 'free', name: '自己选' },
] as const;
export type PeriodKind = (typeof kinds)[number]['kind'];

export function periodOf(kind: Exclude<PeriodKind, 'free'>, today: string): Period {
  const [year = 0, month = 0] = today.split('-').map(Number);
  switch (kind) {
    case 'month':
      return { from: day(year, month, 1), to: today };
    case 'last-month':
      // The 0th of a month is the last day of the one before.
      return { from: day(year, month - 1, 1), to: day(year, month, 0) };
    case 'year':
      return { from: day(year, 1, 1), to: today };
  }
}

function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}
