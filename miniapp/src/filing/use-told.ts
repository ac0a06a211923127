import { useEffect } from 'react';
import type { Draft } from '../drafts/draft';
import type { Told } from './agenda';

/** Asks the server what is asked of this person, when it is time. Without an answer the phone's own view stands. */
export function useTold(draft: Draft, wanted: boolean, onTold: (told: Told) => void): void {
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    draft.check().then(
      (result) => {
        if (!gone) onTold(result);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [draft, wanted, onTold]);
}
