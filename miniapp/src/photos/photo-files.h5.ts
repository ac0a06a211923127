/** The photos that wait in the browser: IndexedDB, or memory where a private window has none. Interface shared with photo-files.weapp.ts. */
import type { KeptFile } from './kept-file';

const DATABASE = 'yiban-photos';
const STORE = 'files';

/** What was read last: a photo is sent in several pieces. */
let last: { readonly key: string; readonly bytes: ArrayBuffer } | null = null;
const inMemory = new Map<string, ArrayBuffer>();
const previews = new Map<string, string>();

export async function keepBytes(bytes: ArrayBuffer): Promise<KeptFile> {
  const key = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
  try {
    const store = await openStore('readwrite');
    await answered(store.put(bytes, key));
  } catch {
    inMemory.set(key, bytes);
  }
  return { key, length: bytes.byteLength };
}

/** Rejects when the browser has thrown the photo away. */
export async function readPiece(key: string, offset: number, length: number): Promise<ArrayBuffer> {
  return (await wholeFile(key)).slice(offset, offset + length);
}

/** An address for an <img>. */
export async function previewOf(key: string): Promise<string> {
  const made = previews.get(key);
  if (made !== undefined) return made;
  const address = URL.createObjectURL(new Blob([await wholeFile(key)]));
  previews.set(key, address);
  return address;
}

export async function forgetFile(key: string): Promise<void> {
  inMemory.delete(key);
  const preview = previews.get(key);
  if (preview !== undefined) URL.revokeObjectURL(preview);
  previews.delete(key);
  try {
    await answered((await openStore('readwrite')).delete(key));
  } catch {
    // It was in memory only.
  }
}

async function wholeFile(key: string): Promise<ArrayBuffer> {
  if (last?.key === key) return last.bytes;
  const bytes = inMemory.get(key) ?? (await stored(key));
  last = { key, bytes };
  return bytes;
}

async function stored(key: string): Promise<ArrayBuffer> {
  const found: unknown = await answered((await openStore('readonly')).get(key));
  if (!(found instanceof ArrayBuffer)) throw new Error('the photo is no longer in the browser');
  return found;
}

let opening: Promise<IDBDatabase> | null = null;

async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    answered(request).then(resolve, reject);
  });
  return (await opening).transaction(STORE, mode).objectStore(STORE);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused')));
  });
}
