/** Loading: what is not there yet, or could not be fetched. Nothing once it is there. */
import { explained } from '../api/problem';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import type { Loaded } from './use-loaded';

interface LoadingProps {
  state: Loaded<unknown>;
  what: string;
  onRetry: () => Promise<void>;
}

export function Loading({ state, what, onRetry }: LoadingProps) {
  if (state.kind === 'loading') return <Skeleton rows={5} what={what} />;
  if (state.kind === 'failed')
    return <Notice tone="error" {...explained(state.error)} action={{ label: '重新取', onPress: onRetry }} />;
  return null;
}
