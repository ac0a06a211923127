/**
 * Something that a screen of the workbench reads: at once, and again when asked.
 *   const { value, trouble, reload, put } = useLoaded(useCallback(() => batchOf(id), [id]));
 * What was read before stays while a later reading fails; `put` takes over what came by another way.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

interface Loaded<T> {
  readonly value: T | null;
  /** Why the last reading did not come back; null when it did. */
  readonly trouble: unknown;
}

export function useLoaded<T>(load: () => Promise<T>) {
  const [state, setState] = useState<Loaded<T>>({ value: null, trouble: null });
  /** Answers to an older question come to nothing. */
  const latest = useRef(0);

  const reload = useCallback(async () => {
    latest.current += 1;
    const own = latest.current;
    const answer = await settled(load);
    if (own !== latest.current) return;
    setState((before) => ('value' in answer ? { value: answer.value, trouble: null } : { ...before, ...answer }));
  }, [load]);
  useEffect(() => void reload(), [reload]);

  return { ...state, reload, put: (value: T) => setState({ value, trouble: null }) };
}

async function settled<T>(load: () => Promise<T>): Promise<{ value: T } | { trouble: unknown }> {
  try {
    return { value: await load() };
  } catch (trouble) {
    return { trouble };
  }
}
