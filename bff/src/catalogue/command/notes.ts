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
  const byText = Map.groupBy(found, ({ note }) => `${note.source}\n${note.found}\n${note.decided}`);
  return [...byText.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const items = [...new Set(same.map(({ item }) => item))];
      return [{ ...first.note, items, regions: [...new Set(same.map(({ region }) => region))] }];
    })
    .toSorted((a, b) => a.source.localeCompare(b.source, 'en', { numeric: true }));
}
