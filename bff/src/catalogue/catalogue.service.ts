import type { AidStandards, ItemPage, ItemSummary, Region, RuleDifference } from '@yiban/shared-types/catalogue';
import { Injectable } from '@nestjs/common';
import { Clock, SystemClock } from '../clock.js';
import { problem } from '../problems/problem.js';
import type { LetterFile, RegionFile } from './catalogue-file.js';
import { loadCatalogue, type CatalogueData, type RegionCatalogue } from './catalogue.loader.js';
import { frozen } from './frozen.js';
import { itemPage, itemSummary } from './item-page.js';
import type { RegionItem } from './layering.js';
import { changed, changeFaults, differences, inOrder, type ChangeFault, type RegionVersion } from './region-changes.js';
import type { RetentionFile } from './retention-file.js';
import { ItemSearch } from './search.js';

/** What a case needs to say so that its rules are found: those under which it was submitted, a draft's the newest. */
export interface RuledCase {
  readonly region: string;
  readonly item: string;
  readonly status: string;
  /** Null while it is a draft, and for what was submitted before there were versions. */
  readonly rulesVersion: number | null;
}

export interface Rules {
  /** Ordinal of the version that took effect last, 0 for the region's folder as it is. */
  readonly version: number;
  readonly region: RegionFile;
  readonly item: RegionItem;
}

interface RegionState {
  readonly version: number;
  readonly catalogue: RegionCatalogue;
  /** Built when the region is first searched: the dictionary of pinyin is not needed to start. */
  search?: ItemSearch;
}

/**
 * The catalogue of service items: the data files, read once at start, and over each region's folder the versions that its
 * administrators made. A version takes effect by itself when its time comes; what was in effect never changes afterwards.
 */
@Injectable()
export class CatalogueService {
  readonly #data: CatalogueData;
  /** In the order in which they take effect. */
  readonly #versions = new Map<string, readonly RegionVersion[]>();
  /** By region and ordinal of the last version in effect. */
  readonly #states = new Map<string, RegionState>();

  constructor(
    data: CatalogueData,
    private readonly clock: Clock = new SystemClock(),
  ) {
    this.#data = frozen(data);
  }

  /** Reads the data files below `folder`; throws `CatalogueError` naming every fault by file and line. */
  static load(folder: string, clock?: Clock): CatalogueService {
    return new CatalogueService(loadCatalogue(folder), clock);
  }

  /** All versions of the region that stand, whether in effect yet or not. */
  setVersions(region: string, versions: readonly RegionVersion[]): void {
    this.#versions.set(region, inOrder(versions));
    for (const key of this.#states.keys()) if (key.startsWith(`${region}:`)) this.#states.delete(key);
  }

  /** Faults that a further version would bring, at its own time and after each later one. */
  faultsWith(region: string, version: RegionVersion): readonly ChangeFault[] {
    const versions = inOrder([...(this.#versions.get(region) ?? []), version]);
    let state = this.#folder(region);
    const faults: ChangeFault[] = [];
    for (const one of versions) {
      if (one === version || faults.length > 0 || one.effectiveAt > version.effectiveAt)
        faults.push(...changeFaults(state, one, this.#data.letters));
      state = changed(state, one);
    }
    return faults;
  }

  /** How the items would read when the version takes effect, beside how they read just before. */
  withVersion(
    region: string,
    version: RegionVersion,
  ): readonly { readonly after: ItemPage; readonly differences: readonly RuleDifference[] }[] {
    const before = this.#at(region, version.effectiveAt).catalogue;
    const after = changed(before, version);
    return [...before.items.values()].flatMap((item) => {
      const next = after.items.get(item.id) ?? item;
      const found = differences({ region: before.region, item }, { region: after.region, item: next });
      if (found.length === 0) return [];
      const { letters } = this.#data;
      return [
        {
          after: itemPage(after.region, next, letters),
          differences: found,
        },
      ];
    });
  }

  /** Ordinal of the version that is in effect in the region, 0 for none. Throws `unknown-region`. */
  versionInEffect(region: string): number {
    return this.#now(region).version;
  }

  /** Tells every state of the catalogue from every other: an answer about it holds as long as this does. */
  versionsInEffect(): string {
    // Asked with every request, and nearly always of folders as they are.
    if ([...this.#versions.values()].every((versions) => versions.length === 0)) return '';
    const now = this.clock.now().toISOString();
    return [...this.#data.regions.keys()].map((code) => this.#at(code, now).version).join('.');
  }

  /** The region as it stands at that instant. */
  asOf(region: string, instant: string): { readonly region: RegionFile; readonly items: readonly RegionItem[] } {
    const { catalogue } = this.#at(region, instant);
    return { region: catalogue.region, items: [...catalogue.items.values()] };
  }

  /** The rules of the case: those under which it was submitted; a draft follows the newest. */
  rulesOf({ region, item: id, status, rulesVersion }: RuledCase): Rules {
    const { version, catalogue } = status === 'draft' ? this.#now(region) : this.#state(region, rulesVersion ?? 0);
    return { version, region: catalogue.region, item: itemIn(catalogue, id) };
  }

  /** What reads differently of the item now than it did then: under a draft that was begun then. */
  changedSince(region: string, id: string, instant: string): readonly RuleDifference[] {
    const before = this.#at(region, instant);
    const now = this.#now(region);
    const item = before.catalogue.items.get(id);
    const next = now.catalogue.items.get(id);
    if (before.version === now.version || item === undefined || next === undefined) return [];
    // Where the windows are and what their phones are is no rule of the item.
    const { region: place } = now.catalogue;
    return differences({ region: place, item }, { region: place, item: next });
  }

  regions(): readonly Region[] {
    return [...this.#data.regions.keys()].map((code) => shownRegion(this.region(code)));
  }

  /** The region's own data as of now; throws `unknown-region`. */
  region(code: string): RegionFile {
    return this.#now(code).catalogue.region;
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

  /** The item as it holds in the region now; throws `unknown-region` or `unknown-item`. */
  item(region: string, id: string): RegionItem {
    return itemIn(this.#now(region).catalogue, id);
  }

  /** All items of the region, in the order of lists. */
  items(region: string): readonly RegionItem[] {
    return [...this.#now(region).catalogue.items.values()];
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

  /** How long the region keeps cases after they ended, and the items that the rules are about. */
  retention(region: string): { readonly file: RetentionFile; readonly items: readonly RegionItem[] } {
    const { retention, items } = this.#now(region).catalogue;
    return { file: retention, items: [...items.values()] };
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

  /** The page as it was at that version: for a case that keeps its rules.. */
  pageAt(region: string, id: string, version: number): ItemPage {
    const known = version === 0 || this.#versions.get(region)?.some(({ ordinal }) => ordinal === version) === true;
    const { catalogue } = known ? this.#state(region, version) : this.#now(region);
    return itemPage(catalogue.region, itemIn(catalogue, id), this.#data.letters);
  }

  list(region: string): readonly ItemSummary[] {
    return this.items(region).map(itemSummary);
  }

  /** What a question in everyday words may mean, best first; empty where nothing fits. */
  search(region: string, question: string): readonly ItemSummary[] {
    const state = this.#now(region);
    state.search ??= new ItemSearch([...state.catalogue.items.values()]);
    return state.search.find(question).map(itemSummary);
  }

  aidStandards(region: string): AidStandards {
    const { region: file, aidStandards } = this.#now(region).catalogue;
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

  #folder(code: string): RegionCatalogue {
    const region = this.#data.regions.get(code);
    if (region === undefined) throw problem('unknown-region');
    return region;
  }

  #now(region: string): RegionState {
    return this.#at(region, this.clock.now().toISOString());
  }

  #at(region: string, instant: string): RegionState {
    const last = (this.#versions.get(region) ?? []).findLast(({ effectiveAt }) => effectiveAt <= instant);
    return this.#state(region, last?.ordinal ?? 0);
  }

  /** The folder with every version over it up to that one, which was the last in effect. */
  #state(region: string, version: number): RegionState {
    const key = `${region}:${version}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const versions = this.#versions.get(region) ?? [];
    const at = versions.findIndex(({ ordinal }) => ordinal === version);
    const last = versions[at];
    // A version that this process has not been told of yet: nothing older may stand in for it.
    if (version !== 0 && last === undefined) throw problem('service-unavailable');
    const before = versions[at - 1];
    const catalogue =
      last === undefined
        ? this.#folder(region)
        : frozen(changed(this.#state(region, before?.ordinal ?? 0).catalogue, last));
    const state: RegionState = { version, catalogue };
    this.#states.set(key, state);
    return state;
  }
}

function itemIn({ items }: RegionCatalogue, id: string): RegionItem {
  const item = items.get(id);
  if (item === undefined) throw problem('unknown-item');
  return item;
}

function shownRegion(region: RegionFile): Region {
  const { code, name, shortName, phone, complaintPhone, agency, address, hours, offices = [] } = region;
  return { code, name, shortName, phone, complaintPhone, agency, address, hours, offices };
}
