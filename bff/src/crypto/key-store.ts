import { randomBytes } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import { isDuplicate, type Database } from '../database/database.js';
import type { SuiteName } from './cipher-suite.js';
import { DataKey, type KeyPurpose } from './data-key.entity.js';
import { derivedKey, firstKeyId, Keyring, type KeySet, type PlainKey } from './keyring.js';
import type { MasterKeys } from './master-keys.js';

/** How soon a running process learns of a new key. */
export const keyRefreshMs = 2000;

/** The keys of the installation as the database keeps them, wrapped; the keyring follows it while the product runs. */
export class KeyStore implements OnApplicationShutdown {
  readonly #timer: NodeJS.Timeout;
  readonly #opened = new Map<string, PlainKey>();

  private constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
    readonly keyring: Keyring,
  ) {
    // A database that is away for a while has no new keys either.
    this.#timer = setInterval(() => void this.refresh().catch(() => undefined), keyRefreshMs).unref();
  }

  /** Makes the first keys where there are none. Throws when a key was wrapped by a master key that is not given. */
  static async open(database: Database, masters: MasterKeys, suite: SuiteName): Promise<KeyStore> {
    if (!(await database.read.existsBy(DataKey, {}))) await makeFirstKeys(database, masters, suite);
    const keys = keySet(await database.read.find(DataKey), masters, new Map());
    return new KeyStore(database, masters, new Keyring(keys));
  }

  async refresh(): Promise<void> {
    this.keyring.take(keySet(await this.database.read.find(DataKey), this.masters, this.#opened));
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }
}

/**
 * A new installation gets keys by chance. One that has data already sealed it under keys derived from its master key:
 * those stand, wrapped now, until they are rotated away.
 */
async function makeFirstKeys(database: Database, masters: MasterKeys, suite: SuiteName): Promise<void> {
  const hasData = await hasSealedData(database);
  const keyFor = (purpose: KeyPurpose): Buffer => (hasData ? derivedKey(masters.current, purpose) : randomBytes(32));
  const first = (['data', 'index', 'token', 'chain'] as const).map((purpose) => {
    const id = purpose === 'data' ? (hasData ? firstKeyId : newKeyId()) : purpose;
    const chosen = hasData ? 'aes' : suite;
    const state: DataKey['state'] = 'current';
    const wrapped = masters.wrap(chosen, id, keyFor(purpose));
    return { id, purpose, suite: chosen, state, wrapped, createdAt: new Date().toISOString() };
  });
  try {
    await database.transaction((tx) => tx.insert(DataKey, first));
  } catch (error) {
    // Another process of a new installation was faster: its keys are the keys.
    if (!isDuplicate(error)) throw error;
  }
}

async function hasSealedData(database: Database): Promise<boolean> {
  for (const table of ['sessions', 'people', 'officers', 'cases']) {
    const rows: unknown = await database.read.query(`SELECT 1 FROM ${table} LIMIT 1`);
    if (Array.isArray(rows) && rows.length > 0) return true;
  }
  return false;
}

export function newKeyId(): string {
  return `k${randomBytes(4).toString('hex').slice(0, 7)}`;
}

function keySet(rows: readonly DataKey[], masters: MasterKeys, opened: Map<string, PlainKey>): KeySet {
  const plain = (row: DataKey): PlainKey => {
    const known = opened.get(row.id) ?? {
      id: row.id,
      suite: row.suite,
      key: masters.unwrap(row.suite, row.id, row.wrapped),
    };
    opened.set(row.id, known);
    return known;
  };
  const the = (purpose: KeyPurpose): DataKey => {
    const row = rows.find((one) => one.purpose === purpose && one.state === 'current');
    if (row === undefined) throw new Error(`the keyring has no current key for ${purpose}`);
    return row;
  };
  return {
    current: the('data').id,
    data: rows.filter(({ purpose }) => purpose === 'data').map(plain),
    index: plain(the('index')),
    token: plain(the('token')).key,
    chain: plain(the('chain')),
  };
}
