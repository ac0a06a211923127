/** The disagreements and faults of the seeds in one list, each told once, with what was decided. Pure. */
import type { CatalogueData } from '../catalogue.loader.js';

export interface CollectedNote {
  readonly source: string;
  readonly found: string;
  readonly decided: string;
  /** Items (or `region`) it touches, and where it counts. */
  readonly items: readonly string[];
  readonly regions: readonly string[];
}

export function collectedNotes({ regions }: CatalogueData): readonly CollectedNote[] {
  const found = [...regions.values()].flatMap(({ region, items }) => [
    ...region.notes.map((note) => ({ note, item: 'region', region: region.code })),
    ...[...items.values()].flatMap((item) => item.notes.map((note) => ({ note, item: item.id, region: region.code }))),
  ]);
  const collected = new Map<string, CollectedNote>();
  for (const { note, item, region } of found) {
    const key = `${note.source}\n${note.found}\n${note.decided}`;
    const { items = [], regions: places = [] } = collected.get(key) ?? {};
    collected.set(key, { ...note, items: union(items, item), regions: union(places, region) });
  }
  return [...collected.values()].toSorted((a, b) => a.source.localeCompare(b.source, 'en', { numeric: true }));
}

function union(list: readonly string[], one: string): readonly string[] {
  return list.includes(one) ? list : [...list, one];
}
