import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Copies what is not there yet; gives how many files. What goes in this moment (a discarded photo) is passed over. */
export async function copyStorage(from: string, to: string): Promise<number> {
  let copied = 0;
  const entries = existsSync(from) ? await readdir(from, { recursive: true, withFileTypes: true }) : [];
  for (const entry of entries) {
    const file = path.relative(from, path.join(entry.parentPath, entry.name));
    // Names with a dot are half-written; a probe is nobody's.
    if (!entry.isFile() || file.startsWith('.') || file.startsWith('health')) continue;
    const target = path.join(to, file);
    if (existsSync(target)) continue;
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      await copyFile(path.join(from, file), target, constants.COPYFILE_EXCL);
      copied += 1;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return copied;
}
