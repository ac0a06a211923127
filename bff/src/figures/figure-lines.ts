/** From counts of the database to the lines that are shown: of one item, and of all together. */
import type { FigureLine, AgencyFigures } from '@yiban/shared-types/figures';
import { addDays } from '../clock.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';
import type { Counts, Ended, Filed } from './case-counts.js';
import { daysTaken, workingDays } from './days-taken.js';
import { stepsOf, type Period } from './period.js';

type Between = ReturnType<typeof workingDays>;

/** @returns the line of all items, and of each that has anything to count */
export function linesOf(
  counts: Counts,
  calendar: WorkCalendar,
  { from }: Period,
): { readonly total: FigureLine; readonly items: ReadonlyMap<string, FigureLine> } {
  const first = counts.ended.reduce(
    (least, { acceptedOn }) => ((acceptedOn ?? least) < least ? (acceptedOn ?? least) : least),
    from,
  );
  const between = workingDays(calendar, first);
  return {
    total: lineOf(counts, between),
    items: new Map([...countsByItem(counts)].map(([id, own]) => [id, lineOf(own, between)])),
  };
}

export function seriesOf({ filed, ended }: Counts, period: Period): AgencyFigures['series'] {
  const { step, at } = stepsOf(period);
  const length = step === 'day' ? 10 : 7;
  const perStep = (rows: readonly (Filed | Ended)[]): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>();
    for (const row of rows) {
      const key = dateOf(row).slice(0, length);
      sums.set(key, (sums.get(key) ?? 0) + row.cases);
    }
    return sums;
  };
  const submitted = perStep(filed);
  const closed = perStep(ended);
  return {
    step,
    points: at.map((one) => ({ at: one, submitted: submitted.get(one) ?? 0, closed: closed.get(one) ?? 0 })),
  };
}

/** In one walk over the rows: of a busy year there are many. */
function countsByItem(counts: Counts): ReadonlyMap<string, Counts> {
  const filed = byItem(counts.filed);
  const ended = byItem(counts.ended);
  const open = byItem(counts.open);
  const sentBack = byItem(counts.sentBack);
  const ratings = byItem(counts.ratings);
  const ids = new Set([filed, ended, open, sentBack, ratings].flatMap((rows) => [...rows.keys()]));
  return new Map(
    [...ids].map((id) => [
      id,
      {
        filed: filed.get(id) ?? [],
        ended: ended.get(id) ?? [],
        open: open.get(id) ?? [],
        sentBack: sentBack.get(id) ?? [],
        ratings: ratings.get(id) ?? [],
      },
    ]),
  );
}

function byItem<T extends { readonly item: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.item);
    if (group === undefined) groups.set(row.item, [row]);
    else group.push(row);
  }
  return groups;
}

function lineOf({ filed, ended, open, sentBack, ratings }: Counts, between: Between): FigureLine {
  const outcome = (name: string): number => sum(ended.filter((row) => row.outcome === name));
  const rated = sum(ratings);
  return {
    submitted: sum(filed),
    immediate: sum(filed.filter((row) => row.immediate)),
    sentBack: sum(sentBack),
    daysToAccept: daysTaken(
      filed.flatMap((row) =>
        row.immediate || row.acceptedOn === null
          ? []
          : [{ days: between(dateOf(row), row.acceptedOn), cases: row.cases }],
      ),
    ),
    open: open.reduce((all, row) => all + row.open, 0),
    overdue: open.reduce((all, row) => all + row.overdue, 0),
    granted: outcome('granted'),
    declined: outcome('declined'),
    rejected: outcome('rejected'),
    withdrawn: outcome('withdrawn'),
    daysToClose: daysTaken(
      ended.flatMap((row) =>
        row.immediate || row.acceptedOn === null || !decided.has(row.outcome)
          ? []
          : [{ days: Math.max(0, between(row.acceptedOn, dateOf(row)) - row.stoppedDays), cases: row.cases }],
      ),
    ),
    ratings: {
      count: rated,
      mean: rated === 0 ? null : ratings.reduce((all, { grade, cases }) => all + grade * cases, 0) / rated,
      bad: sum(ratings.filter(({ grade }) => grade <= 2)),
    },
  };
}

const decided: ReadonlySet<string> = new Set(['granted', 'rejected']);
const sum = (rows: readonly { readonly cases: number }[]): number => rows.reduce((all, { cases }) => all + cases, 0);
const dateOf = ({ day, late }: Filed): string => (late ? addDays(day, 1) : day);
