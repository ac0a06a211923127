/**
 * Lists that two phones added to, put together without asking: receipts, rows of a table, choices. Whatever either added
 * stays, what either took away goes, and where both changed the same receipt this phone's stands.
 */
import type { Answer, Answers } from '@yiban/shared-types/cases';

/** `base`: what this phone's answers were made from; without it nothing counts as taken away. */
export function mergedLists(base: Answers, mine: Answers, theirs: Answers): Answers {
  return Object.fromEntries(
    Object.entries(mine).map(([question, answer]) => {
      const other = theirs[question];
      const began = base[question];
      const untouched = !Array.isArray(answer) || !Array.isArray(other) || same(began ?? null, other);
      if (untouched) return [question, answer];
      return [question, merged(Array.isArray(began) ? began : [], answer, other)];
    }),
  );
}

function merged(base: readonly Answer[], mine: readonly Answer[], theirs: readonly Answer[]): Answer[] {
  const [began, own, others] = [byIdentity(base), byIdentity(mine), byIdentity(theirs)];
  const kept = theirs.flatMap((row) => {
    const id = identityOf(row);
    const now = own.get(id);
    if (now === undefined) return began.has(id) ? [] : [row];
    const before = began.get(id);
    return [before !== undefined && same(now, before) ? row : now];
  });
  // What is in the base and not with them any more, they took away: unless it was worked on here since.
  const added = mine.filter((row) => {
    const before = began.get(identityOf(row));
    return !others.has(identityOf(row)) && (before === undefined || !same(row, before));
  });
  return [...kept, ...added];
}

const byIdentity = (rows: readonly Answer[]): ReadonlyMap<string, Answer> =>
  new Map(rows.map((row) => [identityOf(row), row]));

/** A receipt is known by its first photo, whatever is typed of it; anything else by what it says. */
function identityOf(row: Answer): string {
  if (
    typeof row === 'object' &&
    row !== null &&
    'uploads' in row &&
    Array.isArray(row.uploads) &&
    row.uploads.length > 0
  )
    return String(row.uploads[0]);
  return JSON.stringify(row);
}

function same(one: Answer, other: Answer): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
