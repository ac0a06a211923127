/**
 * A list that comes in pages: the first at once, others when asked.
 *   const { read, problem, load, more, put } = usePages(rectifications);
 * `load` begins anew, `more` adds the page after what was read; `put` takes over what came by another way.
 */
import { useCallback, useEffect, useState } from 'react';
import type { Page } from '@yiban/shared-types/values';

export function usePages<T>(fetch: (cursor: string | null) => Promise<Page<T>>) {
  const [read, setRead] = useState<Page<T> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const after = useCallback(
    (cursor: string | null, before: readonly T[]) =>
      fetch(cursor).then(
        ({ items, nextCursor }) => {
          setProblem(null);
          setRead({ items: [...before, ...items], nextCursor });
        },
        (error: unknown) => setProblem(error),
      ),
    [fetch],
  );
  const load = useCallback(() => after(null, []), [after]);
  useEffect(() => void load(), [load]);
  return { read, problem, load, more: () => after(read?.nextCursor ?? null, read?.items ?? []), put: setRead };
}
