/** Days and instants as people read them, in Asia/Shanghai (UTC+8 all year; old phones have no time-zone data). */
import type { CalendarDate, Instant } from '@yiban/shared-types/values';

/** 「12月4日」, with the year when it is not this year's: 「2027年1月8日」. */
export function shownDate(date: CalendarDate, now = Date.now()): string {
  const [year, month, day] = date.split('-').map(Number);
  const words = `${month}月${day}日`;
  return String(year) === chinaTime(now).slice(0, 4) ? words : `${year}年${words}`;
}

/** 「11月25日 09:30」. */
export function shownInstant(instant: Instant, now = Date.now()): string {
  const local = chinaTime(Date.parse(instant));
  return `${shownDate(local.slice(0, 10), now)} ${local.slice(11, 16)}`;
}

/** The day that it is there, yyyy-MM-dd. */
export function shanghaiDay(instant: Instant): CalendarDate {
  return chinaTime(Date.parse(instant)).slice(0, 10);
}

function chinaTime(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString();
}
