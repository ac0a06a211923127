/** Who may act for whom, as far as this person is concerned: in memory only. */
import type { GrantView } from '@yiban/shared-types/grants';
import { grants } from '../api/grants';
import { kept } from '../kept/kept';

export const myGrants = kept<readonly GrantView[]>({
  name: null,
  fetch: grants,
  isValue: (value): value is readonly GrantView[] => Array.isArray(value),
  personal: true,
});

/** Those under which this person may file the item of the region now. */
export function usableFor(list: readonly GrantView[], item: string, region: string): readonly GrantView[] {
  return list.filter(
    (grant) =>
      grant.side === 'proxy' &&
      grant.usable &&
      (grant.region === null || grant.region === region) &&
      (grant.items === null || grant.items.some(({ id }) => id === item)),
  );
}
