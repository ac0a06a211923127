import { LocalDiskStorage } from './local-disk-storage.js';
import type { S3Settings } from './s3-storage.js';
import type { Storage } from './storage.js';

export type StorageSettings =
  { readonly kind: 'disk'; readonly folder: string } | ({ readonly kind: 's3' } & S3Settings);

/** The one way to the storage of the installation, for the server and for every command. */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  if (settings.kind === 'disk') return LocalDiskStorage.open(settings.folder);
  const { S3Storage } = await import('./s3-storage.js');
  return S3Storage.open(settings);
}
