/** The person's own cases: the newest page of them lies on the phone, a single case only in memory. */
import type { CasePage, CaseSummary, CaseView } from '@yiban/shared-types/cases';
import { cases, oneCase } from '../api/cases';
import { kept, keptByKey } from '../kept/kept';
import { hasText, isListOf } from '../kept/shapes';

const isCaseList = isListOf((value): value is CaseSummary =>
  hasText(value, 'id', 'item', 'itemName', 'region', 'status', 'clock', 'updatedAt'),
);

export const newestCases = kept<CasePage>({
  name: 'cases',
  fetch: () => cases(),
  isValue: (value): value is CasePage =>
    hasText(value, 'source', 'asOf') && 'nextCursor' in value && 'items' in value && isCaseList(value.items),
  personal: true,
});

export const caseOf = keptByKey((id) =>
  kept<CaseView>({
    name: null,
    fetch: () => oneCase(id),
    isValue: (value): value is CaseView => hasText(value, 'id', 'next'),
    personal: true,
  }),
);
