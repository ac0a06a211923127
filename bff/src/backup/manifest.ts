import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const manifest = z.strictObject({
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'mysql']),
  /** Path within the backup → SHA-256. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.output<typeof manifest>;

const name = 'manifest.json';

/** Written last: a folder without one is no backup. */
export async function writeManifest(folder: string, database: Manifest['database']): Promise<Manifest> {
  const files: Record<string, string> = {};
  for (const file of await filesIn(folder)) files[file] = await sha256(path.join(folder, file));
  const made: Manifest = { version: 1, createdAt: new Date().toISOString(), database, files };
  await writeFile(path.join(folder, name), JSON.stringify(made, null, 1), { flag: 'wx', mode: 0o600 });
  return made;
}

/** Throws, naming the first file that is missing, changed or not of the backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const parsed = manifest.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
  const present = new Set(await filesIn(folder));
  present.delete(name);
  for (const [file, hash] of Object.entries(parsed.files)) {
    if (!present.delete(file)) throw new Error(`the backup is not whole: ${file} is missing`);
    if ((await sha256(path.join(folder, file))) !== hash) throw new Error(`the backup is damaged: ${file}`);
  }
  const [foreign] = present;
  if (foreign !== undefined) throw new Error(`${foreign} is not of the backup`);
  return parsed;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  const bytes: AsyncIterable<Buffer> = createReadStream(file);
  for await (const part of bytes) hash.update(part);
  return hash.digest('hex');
}
