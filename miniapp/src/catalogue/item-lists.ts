/** The items of each region, kept on the phone: the front page shows them before the network answers. */
import type { ItemPage, ItemSummary } from '@yiban/shared-types/catalogue';
import { itemPage, items } from '../api/catalogue';
import { kept, keptByKey } from '../kept/kept';
import { hasText, isListOf } from '../kept/shapes';

export const itemsOf = keptByKey((region) =>
  kept<readonly ItemSummary[]>({
    name: `items.${region}`,
    fetch: () => items(region),
    isValue: isListOf((value): value is ItemSummary => hasText(value, 'id', 'name', 'group', 'summary', 'mode')),
  }),
);

const itemPages = keptByKey((key) => {
  const [region = '', item = ''] = key.split('/');
  return kept<ItemPage>({
    name: `item.${region}.${item}`,
    fetch: () => itemPage(region, item),
    isValue: (value): value is ItemPage => hasText(value, 'id', 'name', 'region', 'regionName', 'description'),
  });
});

export function itemPageOf(region: string, item: string) {
  return itemPages(`${region}/${item}`);
}
