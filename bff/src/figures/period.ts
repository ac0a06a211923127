import { addDays, startOfDay } from '../clock.js';

/** Days in Asia/Shanghai, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const mostDays = 366;
/** Longer periods are drawn by month. */
const mostDaysDrawn = 62;

/** Null unless both are dates, in their order, and at most a year apart. */
export function periodOf(from: string, to: string): Period | null {
  const right = isDate(from) && isDate(to) && from <= to && to < addDays(from, mostDays);
  return right ? { from, to } : null;
}

/** The instants at which the period begins and at which it is over. */
export function instantsOf({ from, to }: Period): { readonly start: string; readonly end: string } {
  return { start: startOfDay(from), end: startOfDay(addDays(to, 1)) };
}

/** What the period is drawn in, and every step of it. */
export function stepsOf({ from, to }: Period): { readonly step: 'day' | 'month'; readonly at: readonly string[] } {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days.length <= mostDaysDrawn
    ? { step: 'day', at: days }
    : { step: 'month', at: [...new Set(days.map((date) => date.slice(0, 7)))] };
}

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}
