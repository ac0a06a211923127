/**
 * Every fact says where it comes from, in the file that gives it; and a file cites only what it is laid out from: the
 * base 003, a region its own seeds and 003. Pure.
 */
import type { BaseItemFile, RegionFile, RegionItemFile } from './catalogue-file.js';
import type { ItemFault } from './item-faults.js';

/** Facts that a seed or a statute gives; the other fields are this product's own words and wiring. */
const facts = [
  'name',
  'code',
  'group',
  'groupCode',
  'agency',
  'eligibility',
  'timeLimit',
  'statutoryLimit',
  'stages',
  'process',
  'channels',
  'materials',
  'onSite',
] as const;

export function baseSourceFaults(item: BaseItemFile): readonly ItemFault[] {
  // No seed but 001 numbers items, and 003 has no groups; a limit may be stated nowhere.
  const given = facts.filter((field) => field !== 'group' && (item[field] !== null || field === 'timeLimit'));
  // An item of one region's own seed has its form in the base too, and may cite that seed.
  const foreign = item.offered === 'named' ? [] : foreignSources(item, ['003'], 'the base');
  return [...unsourced(given, item.sources), ...strayed(item.sources, item), ...foreign];
}

export function regionSourceFaults(overlay: RegionItemFile, { code, seeds }: RegionFile): readonly ItemFault[] {
  const given = facts.filter((field) => overlay[field] !== undefined);
  return [...unsourced(given, overlay.sources), ...foreignSources(overlay, ['003', ...seeds], `region ${code}`)];
}

type Sources = RegionItemFile['sources'];

function unsourced(fields: readonly string[], sources: Sources): ItemFault[] {
  return fields
    .filter((field) => !(field in sources))
    .map((field) => ({ path: ['sources'], message: `«${field}» names no source` }));
}

function strayed(sources: Sources, item: BaseItemFile): ItemFault[] {
  return Object.keys(sources)
    .filter((field) => !(field in item))
    .map((field) => ({ path: ['sources', field], message: `there is no field «${field}»` }));
}

function foreignSources(
  { sources, basis = [], remarks = [] }: Pick<RegionItemFile, 'sources' | 'basis' | 'remarks'>,
  seeds: readonly string[],
  where: string,
): ItemFault[] {
  const cited = [
    ...Object.entries(sources).map(([field, source]) => ({ path: ['sources', field], source })),
    ...basis.map(({ source }, i) => ({ path: ['basis', i, 'source'], source })),
    ...remarks.map(({ source }, i) => ({ path: ['remarks', i, 'source'], source })),
  ];
  const known = new Set([...seeds, 'statute', 'product', 'agency']);
  return cited
    .filter(({ source }) => !known.has(source.split(':')[0] ?? ''))
    .map(({ path, source }) => ({ path, message: `${source} is not a seed of ${where}` }));
}
