/** Reads the data files of `bff/catalogue`, checks them and lays each region over the base. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
  aidStandardsFile,
  baseItemFile,
  contentsFile,
  letterFile,
  regionFile,
  regionItemFile,
  type AidStandardsFile,
  type BaseItemFile,
  type LetterFile,
  type RegionFile,
} from './catalogue-file.js';
import { readDataFile, readFolder, type CatalogueFault, type DataFile } from './data-file.js';
import { itemFaults } from './item-faults.js';
import { layer, type RegionItem } from './layering.js';
import { retentionFile, unknownItems, type RetentionFile } from './retention-file.js';
import { baseSourceFaults, regionSourceFaults } from './source-faults.js';

export interface RegionCatalogue {
  readonly region: RegionFile;
  /** In the order of the table of contents. */
  readonly items: ReadonlyMap<string, RegionItem>;
  /** Ids of the items of which the region says something itself. */
  readonly own: ReadonlySet<string>;
  /** The published medical-aid standards, null where the region publishes none. */
  readonly aidStandards: AidStandardsFile | null;
  /** How long cases are kept after they ended: the region's rules, or the base's. */
  readonly retention: RetentionFile;
}

export interface CatalogueData {
  /** The items before any region's layer, in the order of the table of contents. */
  readonly base: readonly BaseItemFile[];
  readonly regions: ReadonlyMap<string, RegionCatalogue>;
  readonly letters: ReadonlyMap<string, LetterFile>;
}

/** Every fault of the data files at once, each with file and line. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  constructor(readonly faults: readonly CatalogueFault[]) {
    const list = faults.map((fault) => `${fault.file}:${fault.line} ${fault.message}`);
    super(`the catalogue has ${faults.length} fault(s):\n${list.join('\n')}`);
  }
}

/** Loads the catalogue below `root`; throws {@link CatalogueError} naming every fault by path and line. */
export function loadCatalogue(root: string): CatalogueData {
  const faults: CatalogueFault[] = [];
  const base = readBase(root, faults);
  const retention = readRetention(root, base, faults);
  const letterFiles = readFolder(path.join(root, 'base/letters'), letterFile, faults);
  const letters = new Map(letterFiles.map(({ value }) => [value.id, value]));
  const folders = readdirSync(path.join(root, 'regions'), { withFileTypes: true }).filter((one) => one.isDirectory());
  const regions = folders.flatMap(({ name, parentPath }) => {
    const region = readRegion(path.join(parentPath, name), base, letters, retention, faults);
    return region === null ? [] : [region];
  });
  if (faults.length > 0) throw new CatalogueError(distinct(faults));
  regions.sort((a, b) => a.region.code.localeCompare(b.region.code));
  return {
    base: base.map(({ value }) => value),
    regions: new Map(regions.map((one) => [one.region.code, one])),
    letters,
  };
}

/** The base's items in the order of `base/contents.yaml`, which names each exactly once. */
function readBase(root: string, faults: CatalogueFault[]): readonly DataFile<BaseItemFile>[] {
  const files = new Map(
    readFolder(path.join(root, 'base/items'), baseItemFile, faults).map((file) => [file.value.id, file]),
  );
  for (const file of files.values()) {
    for (const fault of baseSourceFaults(file.value)) faults.push(file.faultAt(fault.path, fault.message));
  }
  const contents = readDataFile(path.join(root, 'base/contents.yaml'), contentsFile, faults);
  if (contents === null) return [...files.values()];
  const listed = contents.value.items;
  const ordered = listed.flatMap((id, i) => {
    const file = files.get(id);
    if (file !== undefined && listed.indexOf(id) === i) return [file];
    // A file that is there but wrong has told its own faults.
    if (file !== undefined) faults.push(contents.faultAt(['items', i], `«${id}» stands twice`));
    else if (!existsSync(path.join(root, 'base/items', `${id}.yaml`))) {
      faults.push(contents.faultAt(['items', i], `no file for «${id}» in base/items`));
    }
    return [];
  });
  for (const [id, file] of files) {
    if (!listed.includes(id)) faults.push(file.faultAt(['id'], `«${id}» is not in base/contents.yaml`));
  }
  return ordered;
}

function readRegion(
  folder: string,
  base: readonly DataFile<BaseItemFile>[],
  letters: ReadonlyMap<string, LetterFile>,
  retention: RetentionFile | null,
  faults: CatalogueFault[],
): RegionCatalogue | null {
  const code = path.basename(folder);
  const file = readDataFile(path.join(folder, 'region.yaml'), regionFile, faults);
  const standardsPath = path.join(folder, 'aid-standards.yaml');
  const standards = existsSync(standardsPath) ? readDataFile(standardsPath, aidStandardsFile, faults) : null;
  const itemsFolder = path.join(folder, 'items');
  const own = existsSync(itemsFolder) ? readFolder(itemsFolder, regionItemFile, faults) : [];
  if (file === null || retention === null) return null;
  const region = file.value;
  const ids = new Set(base.map(({ value }) => value.id));
  if (region.retention !== undefined) {
    for (const fault of unknownItems(region.retention, ids))
      faults.push(file.faultAt(['retention', ...fault.path], fault.message));
  }
  if (region.code !== code) faults.push(file.faultAt(['code'], `the folder is named ${code}`));

  const items = new Map<string, RegionItem>();
  for (const baseFile of base) {
    const { id, offered } = baseFile.value;
    const overlay = own.find((one) => one.value.id === id);
    if (offered === 'named' && overlay === undefined) continue;
    const item = layer(baseFile.value, overlay?.value, region);
    for (const fault of itemFaults(item, region, letters)) {
      // A fault stands in the file that gives the field: the region's where it says it, else the base's.
      const [field = ''] = fault.path;
      const owner = overlay !== undefined && field in overlay.value ? overlay : baseFile;
      faults.push(owner.faultAt(fault.path, fault.message));
    }
    items.set(id, item);
  }
  for (const one of own) {
    for (const fault of regionSourceFaults(one.value, region)) faults.push(one.faultAt(fault.path, fault.message));
    // A base file that is there but wrong has told its own faults.
    if (!existsSync(path.join(folder, '../../base/items', `${one.value.id}.yaml`))) {
      faults.push(one.faultAt(['id'], `no item «${one.value.id}» in base/items`));
    }
  }
  return {
    region,
    items,
    own: new Set(own.map(({ value }) => value.id)),
    aidStandards: standards?.value ?? null,
    retention: region.retention ?? retention,
  };
}

function readRetention(
  root: string,
  base: readonly DataFile<BaseItemFile>[],
  faults: CatalogueFault[],
): RetentionFile | null {
  const file = readDataFile(path.join(root, 'base/retention.yaml'), retentionFile, faults);
  if (file === null) return null;
  const ids = new Set(base.map(({ value }) => value.id));
  for (const fault of unknownItems(file.value, ids)) faults.push(file.faultAt(fault.path, fault.message));
  return file.value;
}

/** The base's faults come up once a region; they are told once. */
function distinct(faults: readonly CatalogueFault[]): CatalogueFault[] {
  return [...new Map(faults.map((fault) => [`${fault.file}:${fault.line} ${fault.message}`, fault])).values()];
}
