/** Which of the catalogue's items a region offers, and why it does not offer the others. Pure. */
import type { BaseItemFile } from '../catalogue-file.js';
import type { CatalogueData, RegionCatalogue } from '../catalogue.loader.js';

export interface Offering {
  readonly region: string;
  readonly name: string;
  readonly offered: number;
  readonly missing: readonly { readonly id: string; readonly reason: string }[];
  /** Offered with nothing of the region's own: all of it is the base's. */
  readonly baseOnly: readonly string[];
}

export function offerings(data: CatalogueData, folder: string): readonly Offering[] {
  return [...data.regions.values()].map((one) => offering(one, data.base, folder));
}

function offering({ region, items, own }: RegionCatalogue, base: readonly BaseItemFile[], folder: string): Offering {
  return {
    region: region.code,
    name: region.name,
    offered: items.size,
    missing: base
      .filter(({ id }) => !items.has(id))
      .map(({ id }) => ({
        id,
        reason: `offered only where a seed names it, and there is no ${folder}/regions/${region.code}/items/${id}.yaml`,
      })),
    baseOnly: [...items.keys()].filter((id) => !own.has(id)),
  };
}
