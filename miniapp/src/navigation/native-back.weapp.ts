/** The native way back leaves the page; nothing is lost by it. The place where going one screen back natively would be told. */
import { leavePage } from '../ui/leave-page';

export function useNativeBack(_onBack: () => void, _within: boolean): { readonly leave: () => void } {
  return { leave: leavePage };
}
