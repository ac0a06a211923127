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
  const [region = '', item = '', version = ''] = key.split('/');
  return kept<ItemPage>({
    name: `item.${region}.${item}${version === '' ? '' : `.${version}`}`,
    fetch: () => itemPage(region, item, version === '' ? null : Number(version)),
    isValue: (value): value is ItemPage => hasText(value, 'id', 'name', 'region', 'regionName', 'description'),
  });
});

/** `version`: the rules that a case keeps; left out for those of today. */
export function itemPageOf(region: string, item: string, version: number | null = null) {
  return itemPages(`${region}/${item}${version === null ? '' : `/${version}`}`);
}

/** What the phone has of an item, at once where it has it; throws why it could not be fetched where it has nothing. */
export async function itemPageAtHand(region: string, item: string, version: number | null = null): Promise<ItemPage> {
  const store = itemPageOf(region, item, version);
  if (store.state().value === null) await store.refresh();
  else void store.refresh();
  const { value, problem } = store.state();
  if (value === null) throw problem;
  return value;
}
