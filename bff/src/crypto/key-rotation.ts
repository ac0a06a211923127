import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database.js';
import { ObjectMissing, type Storage } from '../gateways/storage/storage.js';
import type { SuiteName } from './cipher-suite.js';
import { DataKey } from './data-key.entity.js';
import { keyRefreshMs, newKeyId, type KeyStore } from './key-store.js';
import type { MasterKeys } from './master-keys.js';
import { sealedFiles, sealedTables, type RawRow, type SealedTable } from './sealed-places.js';
import { Vault } from './vault.js';
import { randomBytes } from 'node:crypto';

/** Rows in one transaction: short, so that the running product hardly waits. */
const batch = 100;

export interface Progress {
  readonly of: string;
  readonly resealed: number;
}

interface Parts {
  readonly database: Database;
  readonly storage: Storage;
  readonly keys: KeyStore;
  readonly masters: MasterKeys;
  readonly report: (progress: Progress) => void;
}

/**
 * A new data key, and everything sealed anew under it, while the product runs. The key is announced first, so that every
 * process can open what it seals; then it seals what is new; then what is old is sealed again, each value only if it
 * still is what was read. Stopped anywhere, the next run goes on from there.
 */
export class KeyRotation {
  readonly #vault: Vault;

  constructor(private readonly parts: Parts) {
    this.#vault = new Vault(parts.keys.keyring);
  }

  /** Wraps every key with the current master key; gives how many were wrapped by another. */
  async rewrap(): Promise<number> {
    const { database, masters } = this.parts;
    const old = (await database.read.find(DataKey)).filter(({ wrapped }) => !masters.wrapsWithCurrent(wrapped));
    await database.transaction(async (tx) => {
      for (const { id, suite, wrapped } of old) {
        const key = masters.unwrap(suite, id, wrapped);
        await tx.update(DataKey, { id }, { wrapped: masters.wrap(suite, id, key) });
      }
    });
    return old.length;
  }

  /** @param pause how long a running process may take to learn of the new key */
  async rotate(suite: SuiteName, pause = 5 * keyRefreshMs): Promise<void> {
    const { database, keys } = this.parts;
    const left = await database.read.existsBy(DataKey, { state: 'retiring' });
    if (!left) {
      const id = await this.#announce(suite);
      await new Promise((resume) => setTimeout(resume, pause));
      await database.transaction(async (tx) => {
        await tx.update(DataKey, { purpose: 'data', state: 'current' }, { state: 'retiring' });
        await tx.update(DataKey, { id }, { state: 'current' });
      });
      await keys.refresh();
      // What was begun under the old key is written by then.
      await new Promise((resume) => setTimeout(resume, pause));
    }
    // A row may have been written under the old key behind our back: until a whole round finds nothing.
    while ((await this.#reseal()) > 0);
    await database.transaction((tx) => tx.update(DataKey, { state: 'retiring' }, { state: 'retired' }));
  }

  async #announce(suite: SuiteName): Promise<string> {
    const { database, masters } = this.parts;
    const before = await database.read.findOneBy(DataKey, { state: 'announced' });
    if (before !== null) return before.id;
    const id = newKeyId();
    const wrapped = masters.wrap(suite, id, randomBytes(32));
    const createdAt = new Date().toISOString();
    await database.transaction((tx) =>
      tx.insert(DataKey, { id, purpose: 'data', suite, state: 'announced', wrapped, createdAt }),
    );
    return id;
  }

  async #reseal(): Promise<number> {
    let all = 0;
    for (const table of sealedTables) all += await this.#resealTable(table);
    for (const { prefix, owner } of sealedFiles) all += await this.#resealFiles(prefix, owner);
    return all;
  }

  async #resealTable(table: SealedTable): Promise<number> {
    const { database, report } = this.parts;
    const names = table.key.join(', ');
    const columns = [...table.key, ...Object.keys(table.columns)].join(', ');
    let resealed = 0;
    for (let last: readonly unknown[] | null = null; ;) {
      const after = last === null ? '' : `WHERE (${names}) > (${table.key.map(() => '?').join(', ')})`;
      const rows: readonly RawRow[] = rowsIn(
        await database.read.query(`SELECT ${columns} FROM ${table.table} ${after} ORDER BY ${names} LIMIT ${batch}`, [
          ...(last ?? []),
        ]),
      );
      const end = rows.at(-1);
      if (end === undefined) break;
      last = table.key.map((name) => end[name]);
      const old = rows.flatMap((row) => this.#oldIn(table, row));
      if (old.length > 0) await database.transaction((tx) => this.#write(tx, table, old));
      resealed += old.length;
      if (old.length > 0) report({ of: table.table, resealed });
    }
    return resealed;
  }

  #oldIn({ key, columns }: SealedTable, row: RawRow): readonly Old[] {
    const values = key.map((name) => String(row[name]));
    return Object.entries(columns).flatMap(([column, placeOf]) => {
      const sealed = row[column];
      return typeof sealed === 'string' && !this.#vault.isCurrent(sealed)
        ? [{ column, sealed, key: values, place: placeOf(values) }]
        : [];
    });
  }

  async #write(tx: EntityManager, table: SealedTable, old: readonly Old[]): Promise<void> {
    const where = table.key.map((name) => `${name} = ?`).join(' AND ');
    for (const { column, sealed, key, place } of old) {
      const anew = this.#vault.seal(place, this.#vault.open(place, sealed));
      await tx.query(`UPDATE ${table.table} SET ${column} = ? WHERE ${where} AND ${column} = ?`, [
        anew,
        ...key,
        sealed,
      ]);
    }
  }

  async #resealFiles(prefix: string, owner: string): Promise<number> {
    const { storage, report } = this.parts;
    let resealed = 0;
    for (const key of await storage.list(prefix)) {
      if (!(await this.#resealFile(key, owner))) continue;
      resealed += 1;
      if (resealed % batch === 0) report({ of: prefix, resealed });
    }
    if (resealed > 0) report({ of: prefix, resealed });
    return resealed;
  }

  async #resealFile(key: string, owner: string): Promise<boolean> {
    const { storage, database } = this.parts;
    try {
      const sealed = await storage.get(key);
      if (this.#vault.isCurrent(sealed)) return false;
      await storage.put(key, this.#vault.sealBytes(key, this.#vault.openBytes(key, sealed)));
    } catch (error) {
      // Thrown away in this moment.
      if (error instanceof ObjectMissing) return false;
      throw error;
    }
    const id = key.split('/')[1];
    const owners = rowsIn(await database.read.query(`SELECT id FROM ${owner} WHERE id = ?`, [id]));
    // Its owner went while we held it: what we wrote goes too.
    if (owners.length === 0) await storage.delete(key);
    return true;
  }
}

interface Old {
  readonly column: string;
  readonly sealed: string;
  readonly key: readonly string[];
  readonly place: string;
}

function rowsIn(answer: unknown): readonly RawRow[] {
  return Array.isArray(answer) ? answer.filter(isRow) : [];
}

function isRow(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null;
}
