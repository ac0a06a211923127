import type { InboxPage } from '@yiban/shared-types/inbox';
import { inbox } from '../api/me';
import { kept } from '../kept/kept';

/** The newest messages; in memory only, for they tell of cases in words. */
export const newestMessages = kept<InboxPage>({
  name: null,
  fetch: () => inbox(),
  isValue: (value): value is InboxPage => typeof value === 'object' && value !== null && 'items' in value,
  personal: true,
});
