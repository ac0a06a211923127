const HOURS_AHEAD_OF_UTC = 8;

/** The date in Asia/Shanghai, yyyy-MM-dd. */
export function today(now: Date = new Date()): string {
  return new Date(now.getTime() + HOURS_AHEAD_OF_UTC * 3_600_000).toISOString().slice(0, 10);
}
