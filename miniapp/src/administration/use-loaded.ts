/** Something that is read when a screen opens, and again when asked. */
import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly value: T };

/** `fetch` must be the same function as long as the question is the same. */
export function useLoaded<T>(fetch: () => Promise<T>) {
  const [state, setState] = useState<Loaded<T>>({ kind: 'loading' });
  /** Of two readings the newer one stands. */
  const latest = useRef(0);

  const load = useCallback(async () => {
    latest.current += 1;
    const own = latest.current;
    const next = await read(fetch);
    if (own === latest.current) setState(next);
  }, [fetch]);
  useEffect(() => void load(), [load]);

  return { state, reload: load };
}

async function read<T>(fetch: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { kind: 'ready', value: await fetch() };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
