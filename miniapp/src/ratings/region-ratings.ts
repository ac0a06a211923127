/** How people rate the items of a region, as everyone may read it. */
import type { RegionRatings } from '@yiban/shared-types/ratings';
import { ratings } from '../api/catalogue';
import { kept, keptByKey } from '../kept/kept';
import { hasText } from '../kept/shapes';

export const ratingsOf = keptByKey((region) =>
  kept<RegionRatings>({
    name: `ratings.${region}`,
    fetch: () => ratings(region),
    isValue: (value): value is RegionRatings => hasText(value, 'region', 'regionName', 'from', 'countedAt'),
  }),
);
