/**
 * WeChat tells a page nothing of its own way back, which leaves the page; nothing is lost by it, and the form opens again at
 * the same screen. Interface shared with native-back.h5.ts.
 */
import { leavePage } from '../ui/leave-page';

export function useNativeBack(_onBack: () => void, _within: boolean): { readonly leave: () => void } {
  return { leave: leavePage };
}
