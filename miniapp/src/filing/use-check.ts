/** The check of what stands now: asked for once each time the case has changed, and whenever `check` is called. */
import { useCallback, useEffect, useRef } from 'react';
import type { CheckResult } from '@yiban/shared-types/cases';
import type { Draft } from '../drafts/draft';

interface Told {
  readonly onResult: (result: CheckResult) => void;
  readonly onRefusal: (error: unknown) => void;
}

export function useCheck(draft: Draft, version: number, { onResult, onRefusal }: Told): () => Promise<void> {
  const asked = useRef<number | null>(null);
  const shown = useRef(true);

  const check = useCallback(async () => {
    try {
      await draft.settle();
      const standing = draft.state().view.version;
      asked.current = standing;
      const result = await draft.check();
      // An answer about an older version says nothing about this one, which is asked about by itself.
      if (shown.current && draft.state().view.version === standing) onResult(result);
    } catch (error) {
      asked.current = null;
      if (shown.current) onRefusal(error);
    }
  }, [draft, onResult, onRefusal]);

  useEffect(() => {
    shown.current = true;
    // Saving an answer makes a new version: that one is being asked about already.
    void (async () => {
      await draft.save();
      const standing = draft.state().view.version;
      if (shown.current && standing >= version && asked.current !== standing) await check();
    })();
    return () => {
      shown.current = false;
    };
  }, [draft, version, check]);

  return check;
}
