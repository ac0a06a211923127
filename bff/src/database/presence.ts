import { randomInt } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise';
import { z } from 'zod';
import type { Config } from '../config.js';
import { newId } from '../ids.js';
import { tlsOf } from './database.js';

const heartbeatMs = 5000;
/** So long a start waits for a number; a host that is cut off holds its own until the database notices. */
const startMs = 30_000;
/** As many as the platform's message ids leave room for. */
export const mostProcesses = 100;

/**
 * That this process lives, for the others of its installation to see, and its number among them. On MariaDB and MySQL
 * it holds named locks on a connection of its own, which the server frees when the process is gone, however it went:
 * no clock is asked. A database in a file has one process, so whoever else there was is gone.
 */
export class Presence implements OnApplicationShutdown {
  #id: string | null;
  #number: number;
  #connection: Connection | undefined;
  #beating = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly server: ConnectionOptions | null,
    private preferred: number | null,
  ) {
    this.#id = server === null ? newId() : null;
    this.#number = preferred ?? 0;
  }

  /** @param preferred the number to take if nobody has it; throws when all are taken */
  static async open(database: Config['database'], preferred: number | null): Promise<Presence> {
    if (database.kind === 'sqlite') return new Presence(null, preferred);
    const presence = new Presence({ uri: database.url, ...tlsOf(database) }, preferred);
    for (const until = performance.now() + startMs; !(await presence.#appear());) {
      if (performance.now() > until)
        throw new Error(
          `INSTANCE: ${mostProcesses} processes of this installation are running already, and there is no number left`,
        );
      await new Promise((resume) => setTimeout(resume, 500));
    }
    presence.#timer = setInterval(() => {
      presence.#beating = presence.#beating.then(async () => presence.#beat());
    }, heartbeatMs).unref();
    return presence;
  }

  /** A new one for each life; null while the database does not hold it, so that nobody can be told that we live. */
  get id(): string | null {
    return this.#id;
  }

  /** 0–99, no other living process of the installation has it. */
  get number(): number {
    return this.#number;
  }

  /** Which of them live no more. */
  async gone(ids: readonly string[]): Promise<readonly string[]> {
    const connection = this.#connection;
    if (this.server === null) return ids.filter((id) => id !== this.#id);
    if (connection === undefined) return [];
    const states = await Promise.all(
      ids.map(async (id) => ({ id, free: await ask(connection, 'IS_FREE_LOCK(?)', [lifeOf(id)]) })),
    );
    return states.flatMap(({ id, free }) => (free === 1 ? id : []));
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    this.#connection?.destroy();
  }

  /** False when no number is free. Throws when the database does not answer. */
  async #appear(): Promise<boolean> {
    if (this.server === null) return true;
    const connection = await createConnection({ ...this.server, connectTimeout: heartbeatMs });
    // A connection that ends frees the locks: what was begun under this id may be taken over.
    connection.on('error', () => this.#vanish(connection));
    connection.on('end', () => this.#vanish(connection));
    this.#connection = connection;
    const number = await freeNumber(connection, this.preferred);
    const id = newId();
    if (number === undefined || (await ask(connection, 'GET_LOCK(?, 0)', [lifeOf(id)])) !== 1) {
      this.#vanish(connection);
      return false;
    }
    this.#number = number;
    // A connection that is made anew had better find the same one.
    this.preferred = number;
    this.#id = id;
    return true;
  }

  #vanish(connection: Connection): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.#id = null;
    connection.destroy();
  }

  /** Keeps the server from closing an idle connection, notices one that broke without a word, and makes it anew. */
  async #beat(): Promise<void> {
    try {
      if (this.#connection === undefined) await this.#appear();
      else await ask(this.#connection, '1', []);
    } catch {
      if (this.#connection !== undefined) this.#vanish(this.#connection);
    }
  }
}

const lifeOf = (id: string): string => `yiban-process-${id}`;

/**
 * Who prefers none begins anywhere: a process that starts again seldom gets the number of its last life, which may have
 * used up the next second's message ids already.
 */
async function freeNumber(connection: Connection, preferred: number | null): Promise<number | undefined> {
  const first = preferred ?? randomInt(mostProcesses);
  for (let tried = 0; tried < mostProcesses; tried += 1) {
    const number = (first + tried) % mostProcesses;
    if ((await ask(connection, `GET_LOCK(CONCAT('yiban-number-', ?, '-', MD5(DATABASE())), 0)`, [number])) === 1)
      return number;
  }
  return undefined;
}

const oneValue = z.tuple([z.tuple([z.number().nullable()])]);

async function ask(connection: Connection, what: string, values: (string | number)[]): Promise<number | null> {
  const [rows] = await connection.query({ sql: `SELECT ${what}`, values, rowsAsArray: true, timeout: heartbeatMs });
  return oneValue.parse(rows)[0][0];
}
