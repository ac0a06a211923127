/**
 * `npm run backup -- <folder>`   database and files into a new folder, while the product runs
 * `npm run restore -- <folder>`  back into an empty DATA_DIR (and, with MYSQL_URL, an empty database)
 *
 * Everything in it is sealed as it is in the product. The master key is not in it and must be kept elsewhere: without it
 * a backup is worth nothing.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../../config.js';
import { copyDatabase, restoreDatabase } from '../database-copies.js';
import { readManifest, writeManifest } from '../manifest.js';
import { copyStorage } from '../storage-copies.js';

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
  const { database, dataDir } = readConfig(process.env);
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
  const files = path.join(folder, 'storage');
  await mkdir(files, { recursive: true, mode: 0o700 });
  // Files before the database, so that what the snapshot names is there; and after, what came in between.
  let copied = await copyStorage(path.join(dataDir, 'storage'), files);
  await copyDatabase(database, folder);
  copied += await copyStorage(path.join(dataDir, 'storage'), files);
  const { createdAt } = await writeManifest(folder, database.kind);
  console.log(`backed up at ${createdAt}: the database and ${copied} files`);
}

async function restore(folder: string): Promise<void> {
  const { database, dataDir } = readConfig(process.env);
  const manifest = await readManifest(folder);
  if (manifest.database !== database.kind)
    throw new Error(`the backup is of ${manifest.database}, not ${database.kind}`);
  const storage = path.join(dataDir, 'storage');
  if (existsSync(storage) && (await readdir(storage)).some((name) => !name.startsWith('.')))
    throw new Error(`${storage} is not empty`);
  await restoreDatabase(database, folder);
  const copied = await copyStorage(path.join(folder, 'storage'), storage);
  console.log(`restored what was backed up at ${manifest.createdAt}: the database and ${copied} files`);
}
