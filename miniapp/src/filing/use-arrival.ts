import { useEffect } from 'react';
import { arrive, showError } from './arrival';

/** For a component that is a page of its own within the form: begins at its top. */
export function useArrival(page: string): void {
  useEffect(arrive, [page]);
}

/** Shows what is wrong, each time something new is. */
export function useShownError(error: unknown): void {
  useEffect(() => {
    if (error !== undefined && error !== null) showError();
  }, [error]);
}
