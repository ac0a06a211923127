import type { AidStandards, ItemPage, ItemSummary, Region } from '@yiban/shared-types/catalogue';
import { Injectable } from '@nestjs/common';
import { problem } from '../problems/problem.js';
import type { LetterFile, RegionFile } from './catalogue-file.js';
import { loadCatalogue, type CatalogueData, type RegionCatalogue } from './catalogue.loader.js';
import { frozen } from './frozen.js';
import { itemPage, itemSummary } from './item-page.js';
import type { RegionItem } from './layering.js';
import { ItemSearch } from './search.js';

/** The catalogue of service items, read once at start and never changed while the product runs. */
@Injectable()
export class CatalogueService {
  readonly #data: CatalogueData;
  /** Built when a region is first searched: the dictionary of pinyin is not needed to start. */
  readonly #searches = new Map<string, ItemSearch>();

  constructor(data: CatalogueData) {
    this.#data = frozen(data);
  }

  /** Reads the data files below `folder`; throws `CatalogueError` naming every fault by file and line. */
  static load(folder: string): CatalogueService {
    return new CatalogueService(loadCatalogue(folder));
  }

  regions(): readonly Region[] {
    return [...this.#data.regions.values()].map(({ region }) => shownRegion(region));
  }

  /** The region's own data; throws `unknown-region`. */
  region(code: string): RegionFile {
    return this.#region(code).region;
  }

  /** The region whose rules hold for a 医保区划, or null where this product serves none: the narrowest one wins. */
  regionOfDivision(division: string): string | null {
    const matches = [...this.#data.regions.values()].flatMap(({ region: { code, divisions } }) =>
      divisions
        .map((pattern) => pattern.replace('*', ''))
        .filter((prefix, i) => (divisions[i] === prefix ? division === prefix : division.startsWith(prefix)))
        .map((prefix) => ({ code, length: prefix.length })),
    );
    return matches.toSorted((a, b) => b.length - a.length)[0]?.code ?? null;
  }

  /** The item as it holds in the region; throws `unknown-region` or `unknown-item`. */
  item(region: string, id: string): RegionItem {
    const item = this.#region(region).items.get(id);
    if (item === undefined) throw problem('unknown-item');
    return item;
  }

  /** All items of the region, in the order of lists. */
  items(region: string): readonly RegionItem[] {
    return [...this.#region(region).items.values()];
  }

  /** The item under which a remote-care registration of that kind (rloc_coty_type, 4 for a referral) is made and cancelled. */
  itemOfRegistration(region: string, kind: string): string | null {
    const makes = (item: RegionItem): boolean =>
      item.upstream.some(({ operation, fields }) =>
        operation === 'register-referral'
          ? kind === '4'
          : operation === 'register-remote-care' && fields['rloc_coty_type'] === kind,
      );
    return this.items(region).find(makes)?.id ?? null;
  }

  /** A text of base/letters that an item of the catalogue names. */
  letter(id: string): LetterFile {
    const letter = this.#data.letters.get(id);
    if (letter === undefined) throw new Error(`the catalogue has no letter «${id}»`);
    return letter;
  }

  page(region: string, id: string): ItemPage {
    return itemPage(this.region(region), this.item(region, id), this.#data.letters);
  }

  list(region: string): readonly ItemSummary[] {
    return this.items(region).map(itemSummary);
  }

  /** What a question in everyday words may mean, best first; empty where nothing fits. */
  search(region: string, question: string): readonly ItemSummary[] {
    const search = this.#searches.get(region) ?? new ItemSearch(this.items(region));
    this.#searches.set(region, search);
    return search.find(question).map(itemSummary);
  }

  aidStandards(region: string): AidStandards {
    const { region: file, aidStandards } = this.#region(region);
    return {
      region: file.code,
      regionName: file.name,
      introduction:
        aidStandards?.introduction ??
        `${file.name}还没有公布医疗救助标准。想知道能不能享受救助，请拨打 ${file.phone} 询问。`,
      standards: aidStandards?.standards ?? [],
      phone: file.phone,
    };
  }

  #region(code: string): RegionCatalogue {
    const region = this.#data.regions.get(code);
    if (region === undefined) throw problem('unknown-region');
    return region;
  }
}

function shownRegion({ code, name, shortName, phone, complaintPhone, agency, address, hours }: RegionFile): Region {
  return { code, name, shortName, phone, complaintPhone, agency, address, hours };
}
