/** The queue as it is read: page by page, by the filters that stand. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueEntry } from '@yiban/shared-types/agency';
import { queue, type QueueQuestion } from './office-api';

interface Read {
  readonly kind: 'ready';
  readonly items: readonly QueueEntry[];
  readonly nextCursor: string | null;
}
export type QueueState = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly error: unknown } | Read;

export function useQueue({ mine, status, overdue = false, item = null, number = '' }: QueueQuestion) {
  const question = [mine, status, overdue, item, number].join(' ');
  const [answered, setAnswered] = useState<{ question: string; state: QueueState } | null>(null);
  /** Answers to an older question come to nothing. */
  const latest = useRef(0);

  const load = useCallback(
    async (before: Read | null) => {
      latest.current += 1;
      const own = latest.current;
      const state = await read({ mine, status, overdue, item, number }, before);
      if (own === latest.current) setAnswered({ question: [mine, status, overdue, item, number].join(' '), state });
    },
    [mine, status, overdue, item, number],
  );
  useEffect(() => void load(null), [load]);

  const state: QueueState = answered?.question === question ? answered.state : { kind: 'loading' };
  return {
    state,
    reload: () => load(null),
    more: async () => {
      if (state.kind === 'ready' && state.nextCursor !== null) await load(state);
    },
  };
}

/** A first page, or the page after those read before. */
async function read(question: QueueQuestion, before: Read | null): Promise<QueueState> {
  try {
    const page = await queue(question, before?.nextCursor ?? null);
    const known = new Set(before?.items.map(({ id }) => id));
    const items = [...(before?.items ?? []), ...page.items.filter(({ id }) => !known.has(id))];
    return { kind: 'ready', items, nextCursor: page.nextCursor };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
