/** What was done last, said on the screen that comes after it. */
import { useSyncExternalStore } from 'react';

let words: string | null = null;
const listeners = new Set<() => void>();

export function useLastDeed(): string | null {
  return useSyncExternalStore(subscribe, () => words);
}

export function sayDone(next: string | null): void {
  words = next;
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
