/** Figures in words. */
import type { DaysTaken, FigureLine } from '@yiban/shared-types/figures';

export function shareOf(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;
}

export function daysInWords({ median, p90 }: DaysTaken): string {
  return median === null || p90 === null ? '—' : `${median} 天，九成 ${p90} 天内`;
}

export function ratingInWords({ ratings: { count, mean, bad } }: FigureLine): string {
  return mean === null ? '—' : `${mean.toFixed(1)} 分，${count} 个，差评 ${shareOf(bad, count)}`;
}

/** What the table is ordered by, the greatest first. */
export const orders = [
  { order: 'submitted', name: '申请多', of: ({ submitted }) => submitted },
  { order: 'open', name: '在办多', of: ({ open }) => open },
  { order: 'overdue', name: '超期多', of: ({ overdue }) => overdue },
  { order: 'sent-back', name: '补正多', of: ({ sentBack, submitted }) => sentBack / Math.max(1, submitted) },
  { order: 'slow', name: '办得慢', of: ({ daysToClose }) => daysToClose.median ?? -1 },
  { order: 'bad', name: '差评多', of: ({ ratings }) => ratings.bad / Math.max(1, ratings.count) },
] as const satisfies readonly {
  readonly order: string;
  readonly name: string;
  readonly of: (line: FigureLine) => number;
}[];
export type Order = (typeof orders)[number]['order'];
