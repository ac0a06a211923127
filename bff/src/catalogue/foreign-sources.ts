/** A file cites only the seeds it is laid out from: the base 003, a region its own seeds and 003. Pure. */
import type { BaseItemFile, RegionFile, RegionItemFile } from './catalogue-file.js';
import type { ItemFault } from './item-faults.js';

/** An item of one region's own seed stands in the base too, as the only place for its form; it may cite that seed. */
export function foreignInBase(item: BaseItemFile): readonly ItemFault[] {
  return item.offered === 'named' ? [] : foreign(item, ['003'], 'the base');
}

export function foreignInRegion(overlay: RegionItemFile, { code, seeds }: RegionFile): readonly ItemFault[] {
  return foreign(overlay, ['003', ...seeds], `region ${code}`);
}

type Sourced = Pick<RegionItemFile, 'sources' | 'basis' | 'remarks'>;

function foreign({ sources, basis = [], remarks = [] }: Sourced, seeds: readonly string[], where: string): ItemFault[] {
  const given = [
    ...Object.entries(sources).map(([field, source]) => ({ path: ['sources', field], source })),
    ...basis.map(({ source }, i) => ({ path: ['basis', i, 'source'], source })),
    ...remarks.map(({ source }, i) => ({ path: ['remarks', i, 'source'], source })),
  ];
  const known = new Set([...seeds, 'statute', 'product']);
  return given
    .filter(({ source }) => !known.has(source.split(':')[0] ?? ''))
    .map(({ path, source }) => ({ path, message: `${source} is not a seed of ${where}` }));
}
