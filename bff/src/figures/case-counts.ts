/** What is counted in the database: each a scan of one covering index (migration 1764260000000), grouped there. */
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { openStatuses } from '../cases/office/office-reader.service.js';
import type { GradeCount } from '../ratings/ratings.service.js';

/** Instants, the second excluded. */
export interface Span {
  readonly region: string;
  readonly start: string;
  readonly end: string;
}

const count = z.coerce.number();
/** A calendar date in UTC, and whether it was past 16:00 there: then it was the next day in Asia/Shanghai already. */
const day = { day: z.string(), late: z.coerce.boolean() };
const dayOf = (column: string): string =>
  `substr(${column}, 1, 10) AS day, CASE WHEN substr(${column}, 12, 2) >= '16' THEN 1 ELSE 0 END AS late`;

const filed = z.object({
  ...day,
  item: z.string(),
  immediate: z.coerce.boolean(),
  acceptedOn: z.string().nullable(),
  cases: count,
});
const ended = z.object({ ...filed.shape, outcome: z.string(), stoppedDays: count });
const load = z.object({ item: z.string(), open: count, overdue: count });
const sentBack = z.object({ item: z.string(), cases: count });
const officers = z.object({ officerId: z.string(), cases: count });

export type Filed = z.infer<typeof filed>;
export type Ended = z.infer<typeof ended>;

/** Of each item. */
export interface Counts {
  readonly filed: readonly Filed[];
  readonly ended: readonly Ended[];
  readonly open: readonly z.infer<typeof load>[];
  readonly sentBack: readonly z.infer<typeof sentBack>[];
  readonly ratings: readonly GradeCount[];
}

/** Decided at once: only those have no days (`limitDays`). */
const immediate = 'CASE WHEN limitDays = 0 THEN 1 ELSE 0 END AS immediate';
/** Being granted at once is nothing that waits for an officer. */
const waiting = `status IN (${openStatuses.map((status) => `'${status}'`).join(', ')})
  AND (status <> 'accepted' OR limitDays IS NULL OR limitDays <> 0)`;

/** @param today in Asia/Shanghai */
export async function countsIn(read: EntityManager, span: Span, today: string): Promise<Omit<Counts, 'ratings'>> {
  const [filedThen, endedThen, openNow, sentBackSince] = await Promise.all([
    countFiled(read, span),
    countEnded(read, span),
    countOpen(read, span.region, today),
    countSentBack(read, span),
  ]);
  return { filed: filedThen, ended: endedThen, open: openNow, sentBack: sentBackSince };
}

/** Cases filed in the span. */
async function countFiled(read: EntityManager, { region, start, end }: Span): Promise<readonly Filed[]> {
  return z.array(filed).parse(
    await read.query(
      `SELECT item, ${dayOf('submittedAt')}, ${immediate}, acceptedOn, COUNT(*) AS cases
      FROM cases WHERE region = ? AND submittedAt >= ? AND submittedAt < ?
      GROUP BY item, day, late, immediate, acceptedOn`,
      [region, start, end],
    ),
  );
}

/** Cases that ended in the span. */
async function countEnded(read: EntityManager, { region, start, end }: Span): Promise<readonly Ended[]> {
  return z.array(ended).parse(
    await read.query(
      `SELECT item, ${dayOf('closedAt')}, ${immediate}, outcome, acceptedOn, stoppedDays, COUNT(*) AS cases
      FROM cases WHERE region = ? AND closedAt >= ? AND closedAt < ? AND outcome IS NOT NULL
      GROUP BY item, day, late, immediate, outcome, acceptedOn, stoppedDays`,
      [region, start, end],
    ),
  );
}

/** What is open now. */
async function countOpen(read: EntityManager, region: string, today: string): Promise<readonly z.infer<typeof load>[]> {
  return z.array(load).parse(
    await read.query(
      `SELECT item, COUNT(*) AS open, SUM(CASE WHEN dueAt < ? AND stoppedOn IS NULL THEN 1 ELSE 0 END) AS overdue
      FROM cases WHERE region = ? AND ${waiting}
      GROUP BY item`,
      [today, region],
    ),
  );
}

/** Cases filed in the span that were asked to supplement since. */
async function countSentBack(
  read: EntityManager,
  { region, start, end }: Span,
): Promise<readonly z.infer<typeof sentBack>[]> {
  return z.array(sentBack).parse(
    await read.query(
      // Counted for each case, so that no database comes to it from the notices, and reads the wide rows of their cases.
      `SELECT item, COUNT(*) AS cases
      FROM cases WHERE region = ? AND submittedAt >= ? AND submittedAt < ?
        AND (SELECT COUNT(*) FROM case_notices n WHERE n.caseId = cases.id AND n.about = 'case') > 0
      GROUP BY item`,
      [region, start, end],
    ),
  );
}

/** Cases in an officer's hand now: claimed since that instant, or handed to them for longer than now. */
export async function countClaimed(
  read: EntityManager,
  region: string,
  { since, now }: { readonly since: string; readonly now: string },
): Promise<readonly z.infer<typeof officers>[]> {
  return z.array(officers).parse(
    await read.query(
      `SELECT claimedBy AS officerId, COUNT(*) AS cases
      FROM cases WHERE region = ? AND claimedBy IS NOT NULL AND (claimedAt > ? OR handedUntil > ?)
      GROUP BY claimedBy`,
      [region, since, now],
    ),
  );
}

/** Cases that these officers reviewed or paid in the span. Named one by one, so that each is a range of the index: joined, MariaDB reads all of it. */
export async function countDecided(
  read: EntityManager,
  officerIds: readonly string[],
  { start, end }: Span,
): Promise<readonly z.infer<typeof officers>[]> {
  if (officerIds.length === 0) return [];
  return z.array(officers).parse(
    await read.query(
      `SELECT officerId, COUNT(DISTINCT caseId) AS cases
      FROM case_duties WHERE officerId IN (${officerIds.map(() => '?').join(', ')}) AND at >= ? AND at < ?
      GROUP BY officerId`,
      [...officerIds, start, end],
    ),
  );
}
