import type { DaysTaken } from '@yiban/shared-types/figures';
import { addDays } from '../clock.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';

/** A number of working days, and how many cases took them. */
export interface Taken {
  readonly days: number;
  readonly cases: number;
}

/** Median and 90th percentile by nearest rank: the least number of days within which that share of the cases was done. */
export function daysTaken(taken: readonly Taken[]): DaysTaken {
  const sorted = taken.toSorted((a, b) => a.days - b.days);
  const cases = sorted.reduce((sum, one) => sum + one.cases, 0);
  const within = (share: number): number | null => {
    let left = Math.ceil(share * cases);
    for (const one of sorted) {
      left -= one.cases;
      if (left <= 0) return one.days;
    }
    return null;
  };
  return { cases, median: within(0.5), p90: within(0.9) };
}

/** Working days after one date up to and including another, for many pairs of dates not before `first`. */
export function workingDays(calendar: WorkCalendar, first: string): (from: string, to: string) => number {
  const passed = new Map([[first, 0]]);
  let last = first;
  const until = (date: string): number => {
    if (date < first) return 0;
    while (last < date) {
      const before = passed.get(last) ?? 0;
      last = addDays(last, 1);
      passed.set(last, before + (calendar.isWorkday(last) ? 1 : 0));
    }
    return passed.get(date) ?? 0;
  };
  return (from, to) => Math.max(0, until(to) - until(from));
}
