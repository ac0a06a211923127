/** The queue as it is read: page by page, by the filters that stand. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueEntry } from '@yiban/shared-types/agency';
import { queue, type QueueQuestion } from './office-api';

export type QueueState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly items: readonly QueueEntry[]; readonly nextCursor: string | null };

export function useQueue({ mine, status }: QueueQuestion) {
  const [state, setState] = useState<QueueState>({ kind: 'loading' });
  /** Answers to an older question come to nothing. */
  const asked = useRef(0);

  const load = useCallback(
    async (before: Extract<QueueState, { kind: 'ready' }> | null) => {
      asked.current += 1;
      const question = asked.current;
      try {
        const page = await queue({ mine, status }, before?.nextCursor ?? null);
        if (question !== asked.current) return;
        const known = new Set(before?.items.map(({ id }) => id));
        const items = [...(before?.items ?? []), ...page.items.filter(({ id }) => !known.has(id))];
        setState({ kind: 'ready', items, nextCursor: page.nextCursor });
      } catch (error) {
        if (question === asked.current) setState({ kind: 'failed', error });
      }
    },
    [mine, status],
  );

  useEffect(() => {
    setState({ kind: 'loading' });
    void load(null);
  }, [load]);

  return {
    state,
    reload: () => load(null),
    more: async () => {
      if (state.kind === 'ready' && state.nextCursor !== null) await load(state);
    },
  };
}
