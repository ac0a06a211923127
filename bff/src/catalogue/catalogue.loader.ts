/** Reads the data files of `bff/catalogue`, checks them and lays each region over the base. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import {
  baseItemFile,
  letterFile,
  regionFile,
  regionItemFile,
  type BaseItemFile,
  type LetterFile,
  type RegionFile,
} from './catalogue-file.js';
import { conditionFaults } from './conditions.js';

/** An item as it holds in one region: the base with the region's own facts over it. */
export type RegionItem = Omit<BaseItemFile, 'offered'>;

export interface RegionCatalogue {
  readonly region: RegionFile;
  readonly items: ReadonlyMap<string, RegionItem>;
}

export interface CatalogueData {
  readonly regions: ReadonlyMap<string, RegionCatalogue>;
  readonly letters: ReadonlyMap<string, LetterFile>;
}

export interface CatalogueFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Every fault of the data files at once, each with file and line. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  constructor(readonly faults: readonly CatalogueFault[]) {
    super(
      `the catalogue has ${faults.length} fault(s):\n${faults.map((f) => `${f.file}:${f.line} ${f.message}`).join('\n')}`,
    );
  }
}

/** Loads the catalogue below `root`; throws {@link CatalogueError} naming every fault by path and line. */
export function loadCatalogue(root: string): CatalogueData {
  const faults: CatalogueFault[] = [];
  const base = readFolder(path.join(root, 'base/items'), baseItemFile, faults);
  const letters = new Map(
    readFolder(path.join(root, 'base/letters'), letterFile, faults).map((f) => [f.value.id, f.value]),
  );
  const regions = new Map<string, RegionCatalogue>();
  for (const code of readdirSync(path.join(root, 'regions')).sort()) {
    const folder = path.join(root, 'regions', code);
    const [regionSource] = readFile(path.join(folder, 'region.yaml'), regionFile, faults);
    if (regionSource === undefined) continue;
    if (regionSource.value.code !== code) regionSource.fault(['code'], `the folder is named ${code}`, faults);
    const own = existsSync(path.join(folder, 'items'))
      ? readFolder(path.join(folder, 'items'), regionItemFile, faults)
      : [];
    const items = new Map<string, RegionItem>();
    for (const baseSource of base) {
      const overlay = own.find((file) => file.value.id === baseSource.value.id);
      if (baseSource.value.offered === 'named' && overlay === undefined) continue;
      const item = layer(baseSource.value, overlay?.value);
      for (const fault of itemFaults(item, regionSource.value, letters)) {
        // A fault stands in the file that gives the field: the region's where it says it, else the base's.
        const [field] = fault.path;
        const owner = overlay !== undefined && field !== undefined && field in overlay.value ? overlay : baseSource;
        owner.fault(fault.path, fault.message, faults);
      }
      items.set(item.id, item);
    }
    for (const file of own) {
      if (!items.has(file.value.id)) file.fault(['id'], `no item «${file.value.id}» in base/items`, faults);
    }
    regions.set(code, { region: regionSource.value, items });
  }
  if (faults.length > 0) throw new CatalogueError(dedupe(faults));
  return { regions, letters };
}

/** Each field that the region gives replaces the base's whole; sources, basis, remarks and notes add up. */
function layer(base: BaseItemFile, overlay: z.infer<typeof regionItemFile> | undefined): RegionItem {
  const { offered: _, ...item } = base;
  if (overlay === undefined) return item;
  const given = Object.fromEntries(Object.entries(overlay).filter(([, value]) => value !== undefined));
  return {
    ...item,
    ...given,
    sources: { ...base.sources, ...overlay.sources },
    basis: [...(overlay.basis ?? []), ...base.basis],
    remarks: [...(overlay.remarks ?? []), ...base.remarks],
    notes: [...base.notes, ...(overlay.notes ?? [])],
  };
}

type Path = readonly (string | number)[];

interface SourceFile<T> {
  readonly value: T;
  fault(at: Path, message: string, into: CatalogueFault[]): void;
}

function readFolder<S extends z.ZodType<{ id: string }>>(
  folder: string,
  schema: S,
  faults: CatalogueFault[],
): SourceFile<z.infer<S>>[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const files = readFile(path.join(folder, name), schema, faults);
      for (const file of files) {
        if (`${file.value.id}.yaml` !== name) file.fault(['id'], `the file is named ${name}`, faults);
      }
      return files;
    });
}

/** One file, or none when it is wrong (the faults then say why). */
function readFile<S extends z.ZodType>(file: string, schema: S, faults: CatalogueFault[]): SourceFile<z.infer<S>>[] {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const shown = path.relative(process.cwd(), file);
  for (const error of document.errors) {
    faults.push({
      file: shown,
      line: lines.linePos(error.pos[0]).line,
      message: error.message.split('\n')[0] ?? 'not YAML',
    });
  }
  if (document.errors.length > 0) return [];
  const lineOf = (at: Path): number => lineOfPath(document, lines, at);
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const at = issue.path.filter((part) => typeof part !== 'symbol');
      faults.push({ file: shown, line: lineOf(at), message: `${at.join('.') || 'file'}: ${issue.message}` });
    }
    return [];
  }
  return [
    {
      value: parsed.data,
      fault: (at, message, into) =>
        into.push({ file: shown, line: lineOf(at), message: `${at.join('.')}: ${message}` }),
    },
  ];
}

/** The line of the innermost node on the path that stands in the file. */
function lineOfPath(document: Document, lines: LineCounter, at: Path): number {
  for (let depth = at.length; depth > 0; depth -= 1) {
    const node = document.getIn(at.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start] = node.range;
      if (typeof start === 'number') return lines.linePos(start).line;
    }
  }
  return 1;
}

function itemFaults(
  item: RegionItem,
  region: RegionFile,
  letters: ReadonlyMap<string, LetterFile>,
): { path: Path; message: string }[] {
  const names = {
    questions: new Set(item.questions.map((q) => q.id)),
    materials: new Set(item.materials.map((m) => m.id)),
  };
  const found: { path: Path; message: string }[] = [];
  const check = (at: Path, expression: unknown): void => {
    for (const fault of conditionFaults(expression, names, at))
      found.push({ path: fault.path, message: fault.message });
  };
  for (const [list, entries] of [
    ['questions', item.questions],
    ['materials', item.materials],
    ['rules', item.rules],
  ] as const) {
    entries.forEach((entry, i) => {
      if (entries.findIndex((other) => other.id === entry.id) !== i)
        found.push({ path: [list, i, 'id'], message: `«${entry.id}» stands twice` });
    });
  }
  item.questions.forEach((question, i) => {
    check(['questions', i, 'when'], question.when);
    const chooses = question.kind === 'choice' || question.kind === 'choices';
    if (chooses !== (question.options !== undefined)) {
      found.push({ path: ['questions', i], message: 'a question of kind choice has options, and no other has' });
    }
    if (
      question.options !== undefined &&
      question.default !== undefined &&
      !question.options.some((o) => o.value === question.default)
    ) {
      found.push({ path: ['questions', i, 'default'], message: 'the default is not one of the options' });
    }
  });
  item.materials.forEach((material, i) => {
    if (typeof material.required === 'object')
      check(['materials', i, 'required', 'condition'], material.required.condition);
    material.anyOf.forEach((alternative, j) => {
      const at: Path = ['materials', i, 'anyOf', j];
      check([...at, 'when'], alternative.when);
      if (alternative.kind === 'data') check([...at, 'condition'], alternative.condition);
      if (alternative.kind === 'commitment' && !letters.has(alternative.letter)) {
        found.push({ path: [...at, 'letter'], message: `no letter «${alternative.letter}» in base/letters` });
      }
    });
  });
  item.rules.forEach((rule, i) => {
    check(['rules', i, 'when'], rule.when);
    check(['rules', i, 'rule'], rule.rule);
    const [, kind, name] = rule.pointer.split('/');
    if (name !== undefined && !(kind === 'form' ? names.questions : names.materials).has(name)) {
      found.push({ path: ['rules', i, 'pointer'], message: `nothing stands at ${rule.pointer}` });
    }
  });
  item.upstream.forEach((call, i) => {
    check(['upstream', i, 'when'], call.when);
    for (const [field, value] of Object.entries(call.fields)) check(['upstream', i, 'fields', field], value);
    if (!(call.operation in region.platform.transactions)) {
      found.push({
        path: ['upstream', i, 'operation'],
        message: `region ${region.code} has no transaction for «${call.operation}»`,
      });
    }
  });
  for (const field of ['timeLimit', 'statutoryLimit'] as const) {
    const limit = item[field];
    if (limit === null || !('cases' in limit)) continue;
    limit.cases.forEach((one, i) => check([field, 'cases', i, 'condition'], one.condition));
  }
  for (const field of ['timeLimit', 'materials', 'name'] as const) {
    if (!(field in item.sources)) found.push({ path: ['sources'], message: `«${field}» names no source` });
  }
  return found;
}

/** The base's faults come up once a region; they are told once. */
function dedupe(faults: readonly CatalogueFault[]): CatalogueFault[] {
  const seen = new Map(faults.map((fault) => [`${fault.file}:${fault.line}:${fault.message}`, fault]));
  return [...seen.values()];
}
