import { useCallback, useEffect, useRef } from 'react';
import { useDidShow } from '@tarojs/taro';
import { ApiProblem } from '../api/problem';
import type { Draft } from '../drafts/draft';
import { forgetDraft } from '../drafts/kept-draft';
import { useOnline } from '../network/online';

/**
 * Reads the case anew when the form is come back to and when the network is, for what another phone has added meanwhile;
 * at once where what is shown is what the phone had kept. `onGone` is told should the server say no.
 */
export function useNewest(draft: Draft, kept: boolean, onGone: (problem: ApiProblem) => void): void {
  const online = useOnline();
  // What was just fetched is not fetched a second time.
  const fresh = useRef(!kept);

  const look = useCallback(() => {
    draft.look().catch((problem: unknown) => {
      if (!(problem instanceof ApiProblem) || problem.problem.status >= 500) return;
      if (problem.problem.status === 404) forgetDraft(draft.state().view.id);
      onGone(problem);
    });
  }, [draft, onGone]);

  useEffect(() => {
    if (online && !fresh.current) look();
    fresh.current = false;
  }, [online, look]);
  useDidShow(look);
}
