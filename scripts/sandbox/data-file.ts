import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** A JSON file beside this one, checked. A wrong file stops the start with its name and the place. */
export function readDataFile<T extends z.ZodType>(name: string, shape: T): z.output<T> {
  const parsed = shape.safeParse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`scripts/sandbox/${name}: ${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'not valid'}`);
}
