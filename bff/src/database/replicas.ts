import type { DataSource, DataSourceOptions, EntityManager } from 'typeorm';
import { z } from 'zod';
import { PlainDataSource } from './plain-manager.js';

/** So often the primary is marked with its time, and each replica is asked which mark it has. */
const beatMs = 1000;
/** A replica that has not answered by then is away: about its mark, and about what was to be read. */
const patienceMs = { mark: 2000, read: 10_000 } as const;

export interface ReplicaSettings {
  readonly urls: readonly string[];
  /** One that is further behind is not read from. */
  readonly mostLagMs: number;
}

export interface ReplicaState {
  /** `host:port` */
  readonly name: string;
  /** How far it is behind at most; null while it does not answer, or follows somebody else. */
  readonly lagMs: number | null;
  /** How often it was read from. */
  readonly reads: number;
}

interface Replica {
  readonly name: string;
  readonly source: DataSource;
  state: ReplicaState;
}

const marks = z.array(z.object({ at: z.coerce.number() }));
const now = 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS UNSIGNED)';

/**
 * Copies of the database that follow it, for reads that bear to be seconds late. How late is measured by a row of the
 * primary's time that comes to them like any other: no clock but the primary's is asked, and a replica whose connection
 * to it is cut, or that was stopped, is seen to fall behind.
 */
export class Replicas {
  readonly #replicas: readonly Replica[];
  readonly #timer: NodeJS.Timeout;
  #beating = Promise.resolve();
  #turn = 0;

  private constructor(
    private readonly primary: DataSource,
    private readonly mostLagMs: number,
    replicas: readonly Replica[],
  ) {
    this.#replicas = replicas;
    this.#timer = setInterval(() => {
      this.#beating = this.#beating.then(async () => this.#beat());
    }, beatMs).unref();
  }

  /**
   * Throws, with the name of the setting, when a replica refuses the login or has no such database. One that is away or
   * too late is told to `warn`: it may come yet, and the primary is read meanwhile.
   */
  static async open(
    primary: DataSource,
    { urls, mostLagMs }: ReplicaSettings,
    optionsOf: (url: string) => DataSourceOptions,
    warn: (message: string) => void,
  ): Promise<Replicas> {
    const replicas = urls.map((url) => {
      const name = new URL(url).host;
      return { name, source: new PlainDataSource(optionsOf(url)), state: { name, lagMs: null, reads: 0 } };
    });
    await Promise.all(replicas.map(async (one) => requireWelcome(one)));
    const opened = new Replicas(primary, mostLagMs, replicas);
    await opened.#beat();
    for (const { name, source, state } of replicas) {
      const fault = !source.isInitialized
        ? 'does not answer'
        : state.lagMs === null
          ? 'does not follow MYSQL_URL'
          : state.lagMs > mostLagMs
            ? `is ${Math.round(state.lagMs / 1000)} s behind`
            : null;
      if (fault !== null) warn(`MYSQL_REPLICA_URL: ${name} ${fault}; until it does better, MYSQL_URL is read`);
    }
    return opened;
  }

  /** The next in turn that keeps up; null when none does. */
  next(): EntityManager | null {
    const { length } = this.#replicas;
    for (let tried = 0; tried < length; tried += 1) {
      this.#turn = (this.#turn + 1) % length;
      const replica = this.#replicas[this.#turn];
      if (replica?.state.lagMs === null || replica === undefined || replica.state.lagMs > this.mostLagMs) continue;
      replica.state = { ...replica.state, reads: replica.state.reads + 1 };
      return replica.source.manager;
    }
    return null;
  }

  states(): readonly ReplicaState[] {
    return this.#replicas.map(({ state }) => state);
  }

  get usable(): boolean {
    return this.#replicas.some(({ state }) => state.lagMs !== null && state.lagMs <= this.mostLagMs);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    for (const { source } of this.#replicas) if (source.isInitialized) await source.destroy();
  }

  async #beat(): Promise<void> {
    const seen = await Promise.all(this.#replicas.map(async (one) => markOf(one.source)));
    const at = await this.#mark();
    this.#replicas.forEach((one, index) => {
      const mark = seen[index] ?? null;
      one.state = { ...one.state, lagMs: mark === null || at === null ? null : Math.max(0, at - mark) };
    });
  }

  /** Marks the primary unless another process has just done so. @returns its time, null when it does not answer */
  async #mark(): Promise<number | null> {
    try {
      // No other transaction waits for it, nor a server that is not there.
      await this.primary.query(
        `INSERT INTO replica_marks (id, at) VALUES (1, ${now})
         ON DUPLICATE KEY UPDATE at = IF(at < VALUES(at) - ${beatMs / 2}, VALUES(at), at)`,
      );
      return marks.parse(await this.primary.query(`SELECT ${now} AS at`))[0]?.at ?? null;
    } catch {
      return null;
    }
  }
}

async function requireWelcome({ name, source }: Replica): Promise<void> {
  try {
    await source.initialize();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ER_ACCESS_DENIED_ERROR')
      throw new Error(`MYSQL_REPLICA_URL: ${name} does not accept this name and password`, { cause: error });
    if (code === 'ER_BAD_DB_ERROR' || code === 'ER_DBACCESS_DENIED_ERROR')
      throw new Error(
        `MYSQL_REPLICA_URL: ${name} does not let this name use such a database: does it follow MYSQL_URL?`,
        {
          cause: error,
        },
      );
  }
}

async function markOf(source: DataSource): Promise<number | null> {
  try {
    if (!source.isInitialized) await inTime(source.initialize(), 'mark');
    return marks.parse(await inTime(source.query('SELECT at FROM replica_marks WHERE id = 1'), 'mark'))[0]?.at ?? null;
  } catch {
    return null;
  }
}

/** Throws when there is no answer in time. */
export async function inTime<T>(answer: Promise<T>, what: keyof typeof patienceMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a replica gave no answer in time')), patienceMs[what]);
  });
  // What comes after all is nobody's any more.
  answer.catch(() => undefined);
  return Promise.race([answer, over]).finally(() => clearTimeout(timer));
}
