/** Reads one YAML data file into its checked value, and knows on which line each part of it stands. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** Where something stands inside a data file: keys and list positions from the top. */
export type DataPath = readonly (string | number)[];

export interface CatalogueFault {
  /** Relative to the working directory, so that a terminal can open it. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface DataFile<T> {
  readonly value: T;
  /** Whether something stands there in this file. */
  has(at: DataPath): boolean;
  /** A fault found later, placed at the line of `at`. */
  faultAt(at: DataPath, message: string): CatalogueFault;
}

/** All `*.yaml` of a folder, sorted; each must be named after its `id`. */
export function readFolder<S extends z.ZodType<{ id: string }>>(
  folder: string,
  schema: S,
  faults: CatalogueFault[],
): DataFile<z.infer<S>>[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.toSorted().flatMap((name) => {
    const file = readDataFile(path.join(folder, name), schema, faults);
    if (file === null) return [];
    if (`${file.value.id}.yaml` !== name) faults.push(file.faultAt(['id'], `the file is named ${name}`));
    return [file];
  });
}

/** One file, or null when it is wrong; `faults` then says why, all at once. */
export function readDataFile<S extends z.ZodType>(
  file: string,
  schema: S,
  faults: CatalogueFault[],
): DataFile<z.infer<S>> | null {
  const shown = path.relative(process.cwd(), file);
  const text = readText(file);
  if (text === null) {
    faults.push({ file: shown, line: 1, message: 'the file is missing' });
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const [message = 'not YAML'] = error.message.split('\n');
      faults.push({ file: shown, line: lines.linePos(error.pos[0]).line, message });
    }
    return null;
  }
  const faultAt = (at: DataPath, message: string): CatalogueFault => ({
    file: shown,
    line: lineOf(document, lines, at),
    message: at.length === 0 ? message : `${at.join('.')}: ${message}`,
  });
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, has: (at) => document.hasIn(at), faultAt };
  for (const issue of parsed.error.issues) {
    const at = issue.path.filter((part) => typeof part !== 'symbol');
    // An unknown key is told where it stands, not where its parent does.
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at];
    const message = issue.message.endsWith('received undefined') ? 'is missing' : issue.message;
    for (const where of keys) faults.push(faultAt(where, message));
  }
  return null;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The line of the innermost node on the path that stands in the file. */
function lineOf(document: Document, lines: LineCounter, at: DataPath): number {
  for (let depth = at.length; depth > 0; depth -= 1) {
    const node = document.getIn(at.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start]: readonly unknown[] = node.range;
      if (typeof start === 'number') return lines.linePos(start).line;
    }
  }
  return 1;
}
