/** The newest page of cases, kept on the phone, and the older ones that were asked for. */
import { useState } from 'react';
import type { CasePage, CaseSummary } from '@yiban/shared-types/cases';
import { cases } from '../api/cases';
import { useKept } from '../kept/kept';
import { newestCases } from './my-cases';

export function useCaseList() {
  const { value: newest, problem } = useKept(newestCases);
  const [older, setOlder] = useState<CasePage | null>(null);
  const [olderProblem, setOlderProblem] = useState<unknown>(null);
  const cursor = older === null ? (newest?.nextCursor ?? null) : older.nextCursor;

  async function loadMore() {
    if (cursor === null) return;
    try {
      const page = await cases(cursor);
      setOlderProblem(null);
      setOlder((before) => ({ items: [...(before?.items ?? []), ...page.items], nextCursor: page.nextCursor }));
    } catch (failure) {
      setOlderProblem(failure);
    }
  }

  return {
    /** Null until the first page was there once. */
    list: newest === null ? null : eachOnce([...newest.items, ...(older?.items ?? [])]),
    problem,
    olderProblem,
    hasMore: cursor !== null,
    loadMore,
  };
}

/** A case filed meanwhile pushes the last of the first page down: it stands in both. */
function eachOnce(list: readonly CaseSummary[]): readonly CaseSummary[] {
  return [...new Map(list.map((one) => [one.id, one])).values()];
}
