/** What administrators of a region changed, laid over its folder. Pure. */
import type { RuleDifference } from '@yiban/shared-types/catalogue';
import type { LetterFile, RegionFile, RegionItemFile } from './catalogue-file.js';
import type { RegionChanges } from './changes-file.js';
import type { RegionCatalogue } from './catalogue.loader.js';
import { limitsInWords, materialsInWords } from './disclosure.js';
import { itemFaults, type ItemFault } from './item-faults.js';
import { over, type RegionItem } from './layering.js';
import { regionSourceFaults } from './source-faults.js';

/** One change that stands on file: what, on which document it rests, and when it takes effect. */
export interface RegionVersion {
  /** Counts the region's versions from 1, in the order in which they were made. */
  readonly ordinal: number;
  /** Instant; never before the version was made, so that the past never changes. */
  readonly effectiveAt: string;
  readonly basis: string;
  readonly changes: RegionChanges;
}

export interface ChangeFault extends ItemFault {
  readonly item: string;
}

/** In the order in which they take effect. */
export function inOrder(versions: readonly RegionVersion[]): readonly RegionVersion[] {
  return versions.toSorted((a, b) => a.effectiveAt.localeCompare(b.effectiveAt) || a.ordinal - b.ordinal);
}

/** The region with the change over it. A change of an item that the region does not have is left out, and is a fault. */
export function changed(before: RegionCatalogue, { basis, changes }: RegionVersion): RegionCatalogue {
  const source = `agency:${basis}`;
  const items = new Map(before.items);
  for (const [id, overlay] of overlays(changes, source)) {
    const item = items.get(id);
    if (item !== undefined) items.set(id, over(item, overlay));
  }
  const given = Object.fromEntries(Object.entries(changes.region ?? {}).filter(([, value]) => value !== undefined));
  const region: RegionFile = {
    ...before.region,
    ...given,
    sources: { ...before.region.sources, ...cited(given, source) },
  };
  return { ...before, region, items };
}

/** Faults of what comes out: the same checks that the data files go through at start. */
export function changeFaults(
  before: RegionCatalogue,
  version: RegionVersion,
  letters: ReadonlyMap<string, LetterFile>,
): readonly ChangeFault[] {
  const after = changed(before, version);
  return overlays(version.changes, `agency:${version.basis}`).flatMap(([id, overlay]) => {
    const item = after.items.get(id);
    const faults =
      item === undefined
        ? [{ path: ['id'], message: `the region has no item «${id}»` }]
        : [...itemFaults(item, after.region, letters), ...regionSourceFaults(overlay, after.region)];
    return faults.map((fault) => ({ item: id, ...fault }));
  });
}

/** What a citizen would read differently of an item, in their words. */
export function differences(
  before: { readonly region: RegionFile; readonly item: RegionItem },
  after: { readonly region: RegionFile; readonly item: RegionItem },
): readonly RuleDifference[] {
  const then = shown(after);
  return shown(before).flatMap(({ what, words }, i) => {
    const now = then[i]?.words ?? '';
    return now === words ? [] : [{ what, before: words, after: now }];
  });
}

function shown({ region, item }: { readonly region: RegionFile; readonly item: RegionItem }) {
  const { agency, address, hours, phone, complaintPhone, delivery, offices = [] } = region;
  return [
    { what: '一句话说明', words: item.summary },
    { what: '事项简述', words: item.description },
    { what: '谁可以办', words: item.eligibility },
    { what: '办理时限', words: limitsInWords(item) },
    { what: '办理材料', words: `${materialsInWords(item)}\n${notes(item)}`.trim() },
    { what: '拍照提示', words: tips(item) },
    { what: '怎么办', words: item.process.join('\n') },
    { what: '办理方式', words: item.channels.join('\n') },
    { what: '窗口办理的说明', words: item.onSite ?? '' },
    { what: '办理机构', words: `${item.agency ?? agency}，${address}，${hours}` },
    { what: '窗口', words: offices.map((one) => `${one.name}，${one.address}，${one.hours}，${one.phone}`).join('\n') },
    { what: '咨询和投诉电话', words: `${phone}，${complaintPhone}` },
    { what: '结果送达', words: delivery },
  ];
}

const notes = ({ materials }: RegionItem): string =>
  materials.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}：${note}`])).join('\n');

const tips = ({ materials }: RegionItem): string =>
  materials
    .flatMap(({ anyOf }) => anyOf.flatMap((one) => (one.kind === 'photo' ? [`${one.name}：${one.tip}`] : [])))
    .join('\n');

function overlays({ items = {} }: RegionChanges, source: string): readonly (readonly [string, RegionItemFile])[] {
  return Object.entries(items).map(([id, fields]) => [id, { id, ...fields, sources: cited(fields, source) }]);
}

function cited(fields: object, source: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, source]));
}
