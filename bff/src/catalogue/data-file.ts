/** Reads one YAML data file into its checked value, and tells each of its faults by line. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { YAMLException, load } from 'js-yaml';
import type { z } from 'zod';
import { SourceLines, type DataPath } from './source-lines.js';

export interface CatalogueFault {
  /** Relative to the working directory, so that a terminal can open it. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface DataFile<T> {
  readonly value: T;
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
  const data = parsed(text);
  if (data instanceof YAMLException) {
    const told = new SourceLines(text).syntaxFaults();
    const found = told.length > 0 ? told : [{ line: (data.mark?.line ?? 0) + 1, message: data.reason }];
    faults.push(...found.map((one) => ({ file: shown, ...one })));
    return null;
  }
  let lines: SourceLines | undefined;
  const faultAt = (at: DataPath, message: string): CatalogueFault => {
    lines ??= new SourceLines(text);
    return { file: shown, line: lines.lineOf(at), message: at.length === 0 ? message : `${at.join('.')}: ${message}` };
  };
  const checked = schema.safeParse(data);
  if (checked.success) return { value: checked.data, faultAt };
  for (const issue of checked.error.issues) {
    const at = issue.path.filter((part) => typeof part !== 'symbol');
    // An unknown key is told where it stands, not where its parent does.
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at];
    const message = issue.message.endsWith('received undefined') ? 'is missing' : issue.message;
    for (const where of keys) faults.push(faultAt(where, message));
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
