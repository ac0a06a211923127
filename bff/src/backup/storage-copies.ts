import { sealedFiles } from '../crypto/sealed-places.js';
import { ObjectMissing, type Storage } from '../gateways/storage/storage.js';

/** Copies what is not there yet; gives how many files. What goes in this moment (a discarded photo) is passed over. */
export async function copyStorage(from: Storage, to: Storage): Promise<number> {
  let copied = 0;
  for (const { prefix } of sealedFiles) {
    const there = new Set(await to.list(prefix));
    for (const key of await from.list(prefix)) {
      if (!there.has(key) && (await copyOne(key, from, to))) copied += 1;
    }
  }
  return copied;
}

export async function isEmpty(storage: Storage): Promise<boolean> {
  for (const { prefix } of sealedFiles) if ((await storage.list(prefix)).length > 0) return false;
  return true;
}

async function copyOne(key: string, from: Storage, to: Storage): Promise<boolean> {
  try {
    await to.put(key, await from.get(key));
    return true;
  } catch (error) {
    if (error instanceof ObjectMissing) return false;
    throw error;
  }
}
