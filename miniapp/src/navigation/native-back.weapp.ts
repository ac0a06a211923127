/** WeChat's own way back leaves the page; nothing is lost by it. Described in native-back.h5.ts. */
import { leavePage } from '../ui/leave-page';

export function useNativeBack(_onBack: () => void, _within: boolean): { readonly leave: () => void } {
  return { leave: leavePage };
}
