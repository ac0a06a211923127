import type { OnApplicationShutdown } from '@nestjs/common';
import libsql from 'libsql';
import mysql, { type Pool, type PoolOptions } from 'mysql2';
import type { DataSource, DataSourceOptions, EntityManager } from 'typeorm';
import type { Config } from '../config.js';
import { entities } from './entities.js';
import { inTime, Replicas, type ReplicaState } from './replicas.js';
import { Initial1764028800000 } from './migrations/1764028800000-initial.js';
import { CaseLegs1764036000000 } from './migrations/1764036000000-case-legs.js';
import { UnitsAndStages1764039600000 } from './migrations/1764039600000-units-and-stages.js';
import { Trust1764115200000 } from './migrations/1764115200000-trust.js';
import { Readings1764122400000 } from './migrations/1764122400000-readings.js';
import { OnceClaims1764129600000 } from './migrations/1764129600000-once-claims.js';
import { ProxyGrants1764201000000 } from './migrations/1764201000000-proxy-grants.js';
import { Subscriptions1764203000001 } from './migrations/1764203000001-subscriptions.js';
import { Payments1764204000001 } from './migrations/1764204000001-payments.js';
import { Administration1764205000000 } from './migrations/1764205000000-administration.js';
import { TrimmedPhotos1764209000000 } from './migrations/1764209000000-trimmed-photos.js';
import { IdempotencyReference1764209100000 } from './migrations/1764209100000-idempotency-reference.js';
import { Rectifications1764250000000 } from './migrations/1764250000000-rectifications.js';
import { Figures1764260000000 } from './migrations/1764260000000-figures.js';
import { OutboxSender1764280000000 } from './migrations/1764280000000-outbox-sender.js';
import { CaseNumberEnd1764290000000 } from './migrations/1764290000000-case-number-end.js';
import { ClosedCases1764290000001 } from './migrations/1764290000001-closed-cases.js';
import { ReplicaMarks1764290100000 } from './migrations/1764290100000-replica-marks.js';
import { TokenRotation1764240000000 } from './migrations/1764240000000-token-rotation.js';
import { PlainDataSource } from './plain-manager.js';
import { Consents1764240100000 } from './migrations/1764240100000-consents.js';
import { HandedOverUntil1764270000000 } from './migrations/1764270000000-handed-over-until.js';

const migrations = [
  Initial1764028800000,
  CaseLegs1764036000000,
  UnitsAndStages1764039600000,
  Trust1764115200000,
  Readings1764122400000,
  OnceClaims1764129600000,
  ProxyGrants1764201000000,
  Subscriptions1764203000001,
  Payments1764204000001,
  Administration1764205000000,
  TrimmedPhotos1764209000000,
  IdempotencyReference1764209100000,
  Rectifications1764250000000,
  Figures1764260000000,
  OutboxSender1764280000000,
  TokenRotation1764240000000,
  HandedOverUntil1764270000000,
  Consents1764240100000,
  CaseNumberEnd1764290000000,
  ClosedCases1764290000001,
  ReplicaMarks1764290100000,
];

/**
 * The one way to the data. `read` sees what is committed; everything that writes goes through `transaction`.
 *
 * SQLite has one writer: a TypeORM connection is one connection, and the awaits of two requests would interleave inside
 * one transaction, so transactions queue up here, and reads have a connection of their own (WAL gives it a snapshot).
 */
export class Database implements OnApplicationShutdown {
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    readonly kind: 'sqlite' | 'mysql',
    private readonly replicas: Replicas | null = null,
  ) {}

  /** Connects, and brings the schema up to date. `warn` hears of replicas that cannot be read yet. */
  static async open(config: Config['database'], warn: (message: string) => void = () => undefined): Promise<Database> {
    const writer = await new PlainDataSource(
      config.kind === 'sqlite' ? sqlite(config.file) : mysqlServer(config.url, tlsOf(config)),
    ).initialize();
    await migrate(writer, config.kind);
    if (config.kind === 'mysql') {
      const { replicas } = config;
      const opened =
        replicas === undefined
          ? null
          : await Replicas.open(writer, replicas, (url) => replicaServer(url, tlsOf(config)), warn);
      return new Database(writer, writer, 'mysql', opened);
    }
    const reader = await new PlainDataSource({ ...sqlite(config.file), migrations: [] }).initialize();
    await reader.query('PRAGMA query_only = 1');
    return new Database(writer, reader, 'sqlite');
  }

  /** For reads outside a transaction. */
  get read(): EntityManager {
    return this.reader.manager;
  }

  /**
   * A read that bears to be seconds late, of a replica where there is one that keeps up: figures and what is published,
   * never what somebody has just written, nor what a decision or a write hangs on. What fails there is read here.
   */
  async late<T>(read: (reader: EntityManager) => Promise<T>): Promise<T> {
    const replica = this.replicas?.next() ?? null;
    if (replica === null) return read(this.read);
    return inTime(read(replica), 'read').catch(async () => read(this.read));
  }

  replicaStates(): readonly ReplicaState[] {
    return this.replicas?.states() ?? [];
  }

  /** Whether reads that bear it are taken off the primary, as was asked for; true where it was not. */
  get relieved(): boolean {
    return this.replicas?.usable ?? true;
  }

  /**
   * Runs `work` in one transaction and gives its result once that is durable. `work` may be run again when the
   * database ends a transaction for another's sake (deadlock, busy), so it must have no effect but through `tx`.
   */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (this.kind === 'mysql') return this.#attempt(async () => this.writer.transaction(work));
    const turn = this.#queue.then(async () => this.#attempt(async () => this.#alone(work)));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** For one write that stands alone: a statement is a transaction by itself, and needs none told before and after it. */
  async statement<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.kind === 'mysql' ? this.#attempt(async () => this.#unbound(work)) : this.transaction(work);
  }

  async #unbound<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    try {
      return await work(runner.manager);
    } finally {
      await runner.release();
    }
  }

  async #attempt<T>(deed: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await deed();
      } catch (error) {
        if (attempt === 5 || !isTransient(error)) throw error;
        await new Promise((resume) => setTimeout(resume, attempt * 20 * (1 + Math.random())));
      }
    }
  }

  /**
   * SQLite ends a transaction by itself when the disk is full. TypeORM, whose ROLLBACK then finds none, would take the
   * next one for a part of it, and nothing would be committed from then on although it says so.
   */
  async #alone<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    if (runner.isTransactionActive) {
      // Begins one to end, unless the last one is open still.
      await runner.query('BEGIN').catch(() => undefined);
      await runner.rollbackTransaction();
    }
    return this.writer.transaction(work);
  }

  /** Throws unless the database answers. */
  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#queue;
    await this.replicas?.close();
    if (this.reader !== this.writer) await this.reader.destroy();
    await this.writer.destroy();
  }
}

/** One process at a time: several of one installation may start together. */
async function migrate(writer: DataSource, kind: Database['kind']): Promise<void> {
  if (kind === 'sqlite') {
    await writer.runMigrations({ transaction: 'each' });
    return;
  }
  const runner = writer.createQueryRunner();
  const name = `CONCAT('yiban-migrations-', DATABASE())`;
  try {
    await runner.query(`SELECT GET_LOCK(${name}, 120)`);
    await writer.runMigrations({ transaction: 'each' });
    await runner.query(`SELECT RELEASE_LOCK(${name})`);
  } finally {
    await runner.release();
  }
}

function sqlite(file: string): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    driver: libsql,
    database: file,
    entities,
    migrations,
    // What was acknowledged survives a power cut: every commit is flushed.
    prepareDatabase: (db: { pragma: (text: string) => unknown }) => {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('busy_timeout = 5000');
      db.pragma('foreign_keys = ON');
    },
  };
}

/** How connections to the databases are kept from others' eyes, for the driver; nothing where no authority is named. */
export function tlsOf(config: Config['database']): { readonly ssl?: { readonly ca: string } } {
  return config.kind === 'mysql' && config.authority !== undefined ? { ssl: { ca: config.authority.pem } } : {};
}

function mysqlServer(url: string, tls: ReturnType<typeof tlsOf>) {
  return {
    type: 'mysql' as const,
    driver: { ...mysql, createPool: readCommittedPool },
    url,
    charset: 'utf8mb4',
    timezone: 'Z',
    entities,
    migrations,
    poolSize: 20,
    ...tls,
  };
}

/** Read and nothing else, whatever its login may do. */
function replicaServer(url: string, tls: ReturnType<typeof tlsOf>): DataSourceOptions {
  return {
    ...mysqlServer(url, tls),
    driver: { ...mysql, createPool: readOnlyPool },
    connectTimeout: 2000,
    migrations: [],
  };
}

function readOnlyPool(options: PoolOptions): Pool {
  const pool = readCommittedPool(options);
  pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION READ ONLY'));
  return pool;
}

/** Every connection reads what is committed, said once and not before each transaction. */
function readCommittedPool(options: PoolOptions): Pool {
  // No stack kept with every statement for the one that fails.
  const pool = mysql.createPool({ ...options, trace: false });
  pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
  return pool;
}

const transient = new Set([
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
]);
function isTransient(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && transient.has(error.code);
}

/** Whether a write failed because a unique value is taken. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return (
    error.code === 'ER_DUP_ENTRY' ||
    error.code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  );
}
