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
