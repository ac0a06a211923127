import { useSyncExternalStore } from 'react';
import type { Draft, DraftState } from './draft';

export function useDraft(draft: Draft): DraftState {
  return useSyncExternalStore(draft.subscribe, draft.state);
}
