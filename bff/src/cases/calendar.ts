import chineseDays from 'chinese-days';

/** The official calendar of working days (holidays and make-up days as the State Council gave notice). */
export interface WorkCalendar {
  isWorkday(date: string): boolean;
  /** Whether the year's holidays have been published; else a date in it is provisional. */
  isPublished(year: number): boolean;
}

/**
 * Years whose notice the library holds. It answers for later years too, but guesses: those are shown as provisional
 * until their notice is out (State Council, each November).
 */
const firstPublished = 2020;
const lastPublished = 2026;

export const officialCalendar: WorkCalendar = {
  isWorkday: (date) => chineseDays.isWorkday(date),
  isPublished: (year) => year >= firstPublished && year <= lastPublished,
};
