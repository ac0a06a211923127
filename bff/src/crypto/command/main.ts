/**
 * `npm run rotate-keys`            a new data key, and everything sealed anew under it, while the product runs
 * `npm run rotate-keys -- master`  every data key wrapped with MASTER_KEY, once the old one is in MASTER_KEY_PREVIOUS
 *
 * The environment is that of the product. Stopped anywhere, it goes on where it was when it is run again.
 */
import { readConfig } from '../../config.js';
import { Database } from '../../database/database.js';
import { openStorage } from '../../gateways/storage/open-storage.js';
import { KeyRotation } from '../key-rotation.js';
import { KeyStore } from '../key-store.js';
import { MasterKeys } from '../master-keys.js';

const [what = 'data'] = process.argv.slice(2);
if (what !== 'data' && what !== 'master') {
  console.error('usage: npm run rotate-keys [-- master]');
  process.exit(2);
}

const config = readConfig(process.env);
const start = performance.now();
const database = await Database.open(config.database);
const masters = new MasterKeys(config.masterKeys.current, config.masterKeys.previous);
const keys = await KeyStore.open(database, masters, config.cipherSuite);
const storage = await openStorage(config.storage);
const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(8);

const rotation = new KeyRotation({
  database,
  storage,
  keys,
  masters,
  report: ({ of, resealed }) => console.log(`${seconds()}  ${of}: ${resealed} sealed anew`),
});
console.log(`${seconds()}  ${await rotation.rewrap()} keys wrapped with the current master key`);
if (what === 'data') {
  await rotation.rotate(config.cipherSuite);
  console.log(`${seconds()}  done: all is sealed under ${keys.keyring.current} (${config.cipherSuite})`);
}
keys.onApplicationShutdown();
await database.onApplicationShutdown();
