/** When messages may reach people. Pure. */

/** Hours of a day in Asia/Shanghai, `HH:mm`, in which nobody is disturbed; they may go over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

const dayMs = 86_400_000;
/** China has had no other zone and no summer time since 1991. */
const aheadMs = 8 * 3_600_000;

/** The first moment from `now` on that is not quiet. */
export function firstMoment(now: Date, { from, until }: QuietHours): Date {
  const midnight = Math.floor((now.getTime() + aheadMs) / dayMs) * dayMs - aheadMs;
  const time = now.getTime() - midnight;
  const [begin, end] = [millisecondsOf(from), millisecondsOf(until)];
  const isQuiet = begin <= end ? time >= begin && time < end : time >= begin || time < end;
  if (!isQuiet) return now;
  return new Date(midnight + end + (time < end ? 0 : dayMs));
}

function millisecondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
