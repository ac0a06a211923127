/**
 * `npm run backup -- <folder>`   database and files into a new folder, while the product runs
 * `npm run restore -- <folder>`  back into an empty DATA_DIR (with MYSQL_URL an empty database, with S3_BUCKET an empty
 *                                bucket; a backup of either storage goes back into either)
 *
 * Everything in it is sealed as it is in the product. The master key is not in it and must be kept elsewhere: without it
 * a backup is worth nothing.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../../config.js';
import { openStorage } from '../../gateways/storage/open-storage.js';
import { copyDatabase, restoreDatabase } from '../database-copies.js';
import { readManifest, writeManifest } from '../manifest.js';
import { copyStorage, isEmpty } from '../storage-copies.js';

const [command, given] = process.argv.slice(2);
try {
  if (given === undefined || (command !== 'backup' && command !== 'restore')) {
    throw new Error('usage: npm run backup -- <folder> | npm run restore -- <folder>');
  }
  await (command === 'backup' ? backup(path.resolve(given)) : restore(path.resolve(given)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function backup(folder: string): Promise<void> {
  const { database, storage } = readConfig(process.env);
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const from = await openStorage(storage);
  const to = await openStorage({ kind: 'disk', folder: path.join(folder, 'storage') });
  // Files before the database, so that what the snapshot names is there; and after, what came in between.
  let copied = await copyStorage(from, to);
  await copyDatabase(database, folder);
  copied += await copyStorage(from, to);
  const { createdAt } = await writeManifest(folder, database.kind);
  console.log(`backed up at ${createdAt}: the database and ${copied} files`);
}

async function restore(folder: string): Promise<void> {
  const { database, storage } = readConfig(process.env);
  const manifest = await readManifest(folder);
  if (manifest.database !== database.kind)
    throw new Error(`the backup is of ${manifest.database}, not ${database.kind}`);
  const to = await openStorage(storage);
  if (!(await isEmpty(to))) {
    const place = storage.kind === 's3' ? `the bucket ${storage.bucket}` : storage.folder;
    throw new Error(`${place} is not empty`);
  }
  await restoreDatabase(database, folder);
  const copied = await copyStorage(await openStorage({ kind: 'disk', folder: path.join(folder, 'storage') }), to);
  console.log(`restored what was backed up at ${manifest.createdAt}: the database and ${copied} files`);
}
