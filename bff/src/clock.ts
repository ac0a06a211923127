/** Time comes in as an argument everywhere; this is where it comes from. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** The calendar date in Asia/Shanghai, `yyyy-MM-dd`. China has had no other zone and no summer time since 1991. */
export function shanghaiDate(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The instant at which a calendar date begins in Asia/Shanghai. */
export function startOfDay(date: string): string {
  return new Date(`${date}T00:00:00+08:00`).toISOString();
}

/** The calendar date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
