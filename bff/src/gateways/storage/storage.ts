/**
 * Where files stand: photos, chunks on their way, documents. Whoever puts something here has sealed it first (`Vault`).
 * A key is a path of safe segments, `photos/<id>/full`. The interface asks no more than an S3 bucket can give.
 */
export interface Storage {
  /** Whole or not at all, and durable once this resolves; replaces what stood there. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Throws `ObjectMissing`. */
  get(key: string): Promise<Buffer>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Keys that begin with `prefix`, which ends with a slash; sorted. */
  list(prefix: string): Promise<readonly string[]>;
  /** Throws unless something can be put and got this moment. */
  requireUsable(): Promise<void>;
}

export const STORAGE = Symbol('storage');

export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing';
}

const segment = /^[a-zA-Z0-9_-][a-zA-Z0-9._-]*$/;

/** Throws unless every segment is a plain name: nothing leads out of the storage, nothing is hidden. */
export function requireSafeKey(key: string): void {
  if (!key.split('/').every((part) => segment.test(part))) throw new Error('a storage key is a path of plain names');
}

/** Puts a thing that is nobody's, and gets it back. */
export async function probe(storage: Pick<Storage, 'put' | 'get'>): Promise<void> {
  await storage.put('health/probe', Buffer.from('ok'));
  await storage.get('health/probe');
}
