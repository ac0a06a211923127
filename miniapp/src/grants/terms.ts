/** What may be asked for in a region: which items, until when at most. */
import type { GrantTerms } from '@yiban/shared-types/grants';
import { grantTerms } from '../api/grants';
import { kept, keptByKey } from '../kept/kept';
import { hasText } from '../kept/shapes';

export const termsOf = keptByKey((region) =>
  kept<GrantTerms>({
    name: `grant-terms.${region}`,
    fetch: () => grantTerms(region),
    isValue: (value): value is GrantTerms => hasText(value, 'latest', 'proposed'),
  }),
);
