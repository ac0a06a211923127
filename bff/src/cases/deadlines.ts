/** Time limits in working days (domain.md, rule 3). Dates are `yyyy-MM-dd` in Asia/Shanghai. */
import type { TimeLimitFile } from '../catalogue/catalogue-file.js';
import { holds } from '../catalogue/conditions.js';
import { addDays } from '../clock.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';

export interface DueDate {
  readonly date: string;
  /** True when a year on the way has no published holidays. */
  readonly provisional: boolean;
}

/** The `days`-th working day after `start` (which itself does not count). */
export function workingDaysAfter(start: string, days: number, calendar: WorkCalendar): DueDate {
  let date = start;
  let provisional = false;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (calendar.isWorkday(date)) left -= 1;
    provisional ||= !calendar.isPublished(Number(date.slice(0, 4)));
  }
  return { date, provisional };
}

/** Working days after `from` up to and including `to`. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (calendar.isWorkday(date)) count += 1;
  return count;
}

/**
 * Working days that a case may take, or 0 for at once: the stricter of what the region and the statute say, and the
 * statute's where an immediate item had to go to an officer.
 */
export function limitDays(
  region: TimeLimitFile,
  statute: TimeLimitFile,
  facts: object,
  decidedAtOnce: boolean,
): number | null {
  const own = daysOf(region, facts);
  const law = daysOf(statute, facts);
  if (own === 0 && !decidedAtOnce) return law ?? fallbackDays;
  if (own === null || law === null) return own ?? law;
  return Math.min(own, law);
}

/** An immediate item without a statutory limit that needs an officer's eye: our own promise. */
const fallbackDays = 5;

/** Whether the region decides this case at once. */
export function isImmediate(region: TimeLimitFile, facts: object): boolean {
  return daysOf(region, facts) === 0;
}

function daysOf(limit: TimeLimitFile, facts: object): number | null {
  if (limit === null) return null;
  if ('cases' in limit) {
    const one = limit.cases.find(({ condition }) => holds(condition, facts));
    if (one === undefined) return null;
    return 'immediate' in one ? 0 : one.workingDays;
  }
  return 'immediate' in limit ? 0 : limit.workingDays;
}
