/**
 * A list that comes by pages: the newest page is kept on the phone, older ones are fetched when they are asked for.
 *   const { list, problem, olderProblem, hasMore, loadMore } = useOlderPages(newestCases, cases);
 */
import { useState } from 'react';
import type { Page } from '@yiban/shared-types/values';
import { useKept, type Kept } from './kept';

export function useOlderPages<T extends { readonly id: string }, P extends Page<T> = Page<T>>(
  newestPage: Kept<P>,
  fetchFrom: (cursor: string) => Promise<Page<T>>,
) {
  const { value: newest, problem } = useKept(newestPage);
  const [older, setOlder] = useState<Page<T> | null>(null);
  const [olderProblem, setOlderProblem] = useState<unknown>(null);
  const cursor = older === null ? (newest?.nextCursor ?? null) : older.nextCursor;

  async function loadMore() {
    if (cursor === null) return;
    try {
      const page = await fetchFrom(cursor);
      setOlderProblem(null);
      setOlder((before) => ({ items: [...(before?.items ?? []), ...page.items], nextCursor: page.nextCursor }));
    } catch (failure) {
      setOlderProblem(failure);
    }
  }

  return {
    /** As it came, null until it was there once. */
    newest,
    /** Null until the first page was there once. */
    list: newest === null ? null : eachOnce([...newest.items, ...(older?.items ?? [])]),
    problem,
    olderProblem,
    hasMore: cursor !== null,
    loadMore,
  };
}

/** What came meanwhile pushes the last of the first page down: it stands in both. */
function eachOnce<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [one.id, one])).values()];
}
