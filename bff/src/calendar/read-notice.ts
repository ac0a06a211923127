/** Reads the days out of the State Council's yearly notice as it is published, and checks them against each other. Pure. */
import { isWeekend } from './work-calendar.js';

export interface Holiday {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Saturdays and Sundays that are worked for it. */
  readonly workdays: readonly string[];
}

export interface ReadNotice {
  readonly holidays: readonly Holiday[];
  /** In words, each with what to look at. */
  readonly faults: readonly string[];
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
/** 「2月15日（农历腊月二十八、周日）」, with or without year and brackets. */
const day = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:（([^）]*)）)?';

interface Day {
  readonly date: string;
  readonly month: number;
  /** 周几, as the notice says; undefined where it says nothing. */
  readonly said: string | undefined;
}

/** The holidays of `year` that the text tells, a paragraph each: 「二、春节：2月15日（周日）至23日（周一）放假调休，共9天。…」 */
export function readNotice(text: string, year: number): ReadNotice {
  const faults: string[] = [];
  const holidays = text
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .split(/\n|(?=[一二三四五六七八九]、[\u4e00-\u9fff]{2,8}[：:])/)
    .flatMap((paragraph): Holiday[] => {
      const named = /([\u4e00-\u9fff、]{2,10})[：:]/.exec(paragraph);
      const off = new RegExp(`${day}(?:\\s*至\\s*${day})?\\s*放假`).exec(paragraph);
      if (named === null || off === null) return [];
      const name = (named[1] ?? '').replace(/^[一二三四五六七八九]、/, '');
      const first = dayOf(off.slice(1, 5), year, 0);
      const last = off[7] === undefined ? first : dayOf(off.slice(5, 9), year, first.month);
      const rest = paragraph.slice(off.index + off[0].length);
      const worked = worksIn(rest, year);
      for (const one of [first, last, ...worked]) faults.push(...weekdayFault(name, one));
      faults.push(...lengthFault(name, first.date, last.date, rest));
      for (const { date } of worked) if (!isWeekend(date)) faults.push(`${name}：${date} 不是周末，不会是补班日。`);
      return [{ name, from: first.date, to: last.date, workdays: worked.map(({ date }) => date) }];
    });
  const names = holidays.map(({ name }) => name).join('、');
  for (const usual of ['元旦', '春节', '清明节', '劳动节', '端午节', '国庆节'])
    if (!names.includes(usual)) faults.push(`没有读到${usual}，请把通知全文贴进来。`);
  return { holidays, faults };
}

/** Every day from the first to the last of each holiday. */
export function daysOff(holidays: readonly Pick<Holiday, 'from' | 'to'>[]): readonly string[] {
  return holidays.flatMap(({ from, to }) => {
    const days = [];
    for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000)
      days.push(new Date(at).toISOString().slice(0, 10));
    return days;
  });
}

/** 「2月14日（周六）、2月28日（周六）上班」 */
function worksIn(text: string, year: number): readonly Day[] {
  const sentence = text.split('。').find((one) => one.includes('上班'));
  if (sentence === undefined) return [];
  const days: Day[] = [];
  for (const found of sentence.matchAll(new RegExp(day, 'g')))
    days.push(dayOf(found.slice(1, 5), year, days.at(-1)?.month ?? 0));
  return days;
}

function dayOf(
  [saidYear, saidMonth, dayOfMonth = '1', brackets]: readonly (string | undefined)[],
  year: number,
  monthBefore: number,
): Day {
  const month = saidMonth === undefined ? monthBefore : Number(saidMonth);
  const date = new Date(Date.UTC(Number(saidYear ?? year), month - 1, Number(dayOfMonth))).toISOString().slice(0, 10);
  return { date, month, said: /(?:周|星期)[一二三四五六日天]/.exec(brackets ?? '')?.[0] };
}

function weekdayFault(name: string, { date, said }: Day): string[] {
  const is = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  if (said === undefined || said.replace('星期', '周').replace('天', '日') === is) return [];
  return [`${name}：${date} 是${is}，通知里写的是${said}。请核对年份。`];
}

function lengthFault(name: string, from: string, to: string, rest: string): string[] {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const said = /(?:共|^)\s*(\d+)\s*天/.exec(rest)?.[1];
  if (days < 1 || days > 15) return [`${name}：从 ${from} 到 ${to} 不像一个假期，请核对。`];
  return said === undefined || Number(said) === days ? [] : [`${name}：数出来 ${days} 天，通知里写共 ${said} 天。`];
}
