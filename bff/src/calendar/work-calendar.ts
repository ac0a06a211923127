import chineseDays from 'chinese-days';

/** The official calendar of working days (holidays and make-up days as the State Council gave notice). */
export interface WorkCalendar {
  isWorkday(date: string): boolean;
  /** Whether the year's holidays have been published; else a date in it is provisional. */
  isPublished(year: number): boolean;
}

/**
 * Years whose notice the library holds. Of later years only weekends and fixed holidays are known: those are shown as provisional
 * until their notice is out (State Council, each November).
 */
export const firstPublished = 2020;
const lastPublished = 2026;

/** Days off on the same date each year, whatever the notice will say (全国年节及纪念日放假办法 第二条). */
const fixedDaysOff = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

const isKnown = (year: number): boolean => year >= firstPublished && year <= lastPublished;

export const officialCalendar: WorkCalendar = {
  isWorkday: (date) =>
    isKnown(Number(date.slice(0, 4)))
      ? chineseDays.isWorkday(date)
      : !isWeekend(date) && !fixedDaysOff.has(date.slice(5)),
  isPublished: isKnown,
};

/** The days of a year that a notice takes from the week and gives to it. */
export interface YearOfHolidays {
  readonly year: number;
  /** Days off, `yyyy-MM-dd`: weekends among them too. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays on which people work (调休). */
  readonly workdays: readonly string[];
}

/** A calendar in which the notices that were imported stand before what the library knows. */
export function calendarWith(years: readonly YearOfHolidays[]): WorkCalendar {
  const imported = new Map(
    years.map((one) => [one.year, { off: new Set(one.holidays), on: new Set(one.workdays) }] as const),
  );
  return {
    isPublished: (year) => imported.has(year) || officialCalendar.isPublished(year),
    isWorkday: (date) => {
      const year = imported.get(Number(date.slice(0, 4)));
      if (year === undefined) return officialCalendar.isWorkday(date);
      if (year.on.has(date)) return true;
      return !year.off.has(date) && !isWeekend(date);
    },
  };
}

export function isWeekend(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}
