import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ObjectMissing, probe, requireSafeKey, type Storage } from './storage.js';

/** Leftovers of a crash; younger ones may be another process's work. */
const leftoverAgeMs = 3_600_000;

/**
 * Storage in a folder of this machine. Written under a temporary name, flushed, renamed, the folder flushed: after a
 * power cut a file is there whole or not at all.
 */
export class LocalDiskStorage implements Storage {
  private constructor(
    private readonly root: string,
    private readonly unfinished: string,
  ) {}

  static async open(folder: string): Promise<LocalDiskStorage> {
    const root = path.resolve(folder);
    // A dot leads the name, so no key can mean it.
    const unfinished = path.join(root, '.unfinished');
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    const storage = new LocalDiskStorage(root, unfinished);
    await storage.#sweep();
    return storage;
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const file = this.#fileOf(key);
    const temporary = path.join(this.unfinished, randomUUID());
    try {
      await writeFlushed(temporary, bytes);
      await this.#settle(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Buffer> {
    try {
      return await readFile(this.#fileOf(key));
    } catch (error) {
      if (isMissing(error)) throw new ObjectMissing(key);
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const file = this.#fileOf(key);
    await rm(file, { force: true });
    // The folders it leaves empty go too, up to the top one, which is shared by too many to fight over.
    for (let folder = path.dirname(file); path.dirname(folder) !== this.root; folder = path.dirname(folder)) {
      if (folder === this.root || !(await removeEmpty(folder))) return;
    }
  }

  async list(prefix: string): Promise<readonly string[]> {
    if (!prefix.endsWith('/')) throw new Error('a prefix ends with a slash');
    requireSafeKey(prefix.slice(0, -1));
    try {
      const entries = await readdir(path.join(this.root, prefix), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(this.root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .toSorted();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  async requireUsable(): Promise<void> {
    await probe(this);
  }

  /** Renames into place. Another's `delete` may take the empty folder away in between: make it again. */
  async #settle(temporary: string, file: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#makeFolder(path.dirname(file));
        await rename(temporary, file);
        return await flushFolder(path.dirname(file));
      } catch (error) {
        if (attempt === 3 || !isMissing(error)) throw error;
      }
    }
  }

  /** Makes the folder and flushes the entry of every folder that was made. */
  async #makeFolder(folder: string): Promise<void> {
    const first = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
      await flushFolder(path.dirname(made));
    }
  }

  #fileOf(key: string): string {
    requireSafeKey(key);
    return path.join(this.root, key);
  }

  async #sweep(): Promise<void> {
    for (const name of await readdir(this.unfinished)) {
      const file = path.join(this.unfinished, name);
      try {
        if (Date.now() - (await stat(file)).mtimeMs > leftoverAgeMs) await rm(file, { force: true });
      } catch (error) {
        // Renamed or swept by another process in this moment.
        if (!isMissing(error)) throw error;
      }
    }
  }
}

async function writeFlushed(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
