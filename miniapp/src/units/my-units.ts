/** The units that the person acts for: in memory only, asked anew. */
import type { UnitView } from '@yiban/shared-types/units';
import { units } from '../api/units';
import { kept } from '../kept/kept';
import { hasText, isListOf } from '../kept/shapes';

export const myUnits = kept<readonly UnitView[]>({
  name: null,
  fetch: units,
  isValue: isListOf((value): value is UnitView => hasText(value, 'id', 'name', 'creditCode', 'region')),
  personal: true,
});
