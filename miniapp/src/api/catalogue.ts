import type { AidStandards, ItemPage, ItemSummary, Region } from '@yiban/shared-types/catalogue';
import type { PublicNoticePage } from '@yiban/shared-types/public-notices';
import type { RegionRatings } from '@yiban/shared-types/ratings';
import { exchange } from './exchange';

export async function regions(): Promise<readonly Region[]> {
  return (await exchange<readonly Region[]>({ method: 'GET', path: '/regions' })).data;
}

/** All items of a region, or those that a question in everyday words may mean. */
export async function items(region: string, question = ''): Promise<readonly ItemSummary[]> {
  const query = question === '' ? '' : `?q=${encodeURIComponent(question)}`;
  return (await exchange<readonly ItemSummary[]>({ method: 'GET', path: `/regions/${region}/items${query}` })).data;
}

/** `version`: the rules that a case keeps; left out for those of today. */
export async function itemPage(region: string, item: string, version: number | null = null): Promise<ItemPage> {
  const query = version === null ? '' : `?version=${version}`;
  return (await exchange<ItemPage>({ method: 'GET', path: `/regions/${region}/items/${item}${query}` })).data;
}

/** The published standards of medical aid; none where the region publishes none. */
export async function aidStandards(region: string): Promise<AidStandards> {
  return (await exchange<AidStandards>({ method: 'GET', path: `/regions/${region}/aid-standards` })).data;
}

/** Public notices of a region, the newest first. */
export async function publicNotices(region: string, cursor?: string): Promise<PublicNoticePage> {
  const query = cursor === undefined ? '' : `?cursor=${cursor}`;
  return (await exchange<PublicNoticePage>({ method: 'GET', path: `/regions/${region}/public-notices${query}` })).data;
}

/** How people rate the items of a region. */
export async function ratings(region: string): Promise<RegionRatings> {
  return (await exchange<RegionRatings>({ method: 'GET', path: `/regions/${region}/ratings` })).data;
}
