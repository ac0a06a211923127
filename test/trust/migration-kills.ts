/** SIGKILL while the schema is made: the next start goes on from there, and several processes may start at once. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../server/processes.ts';
import { sqliteRows, type DatabaseName } from '../server/running-server.ts';
import { temporarySchema } from '../server/temporary-schema.ts';

export interface MigrationKills {
  readonly kills: number;
  /** On how many new databases. */
  readonly databases: number;
  /** How many kills found some of the tables made, and not all. */
  readonly halfMade: number;
  readonly seconds: number;
}

/** What the server does before it listens, in a process that waits for the word once it has read its modules. */
const opening = `
  const { Database } = await import(${JSON.stringify(path.join(root, 'bff/dist/database/database.js'))});
  const begin = new Promise((resolve) => process.once('message', resolve));
  process.send('ready');
  const database = await Database.open(await begin);
  await database.onApplicationShutdown();
  process.disconnect();
`;

/**
 * Kills `kills` times at random moments between the first statement and the last, one to three times a database, and
 * asserts that what is made in the end is what an undisturbed start makes.
 */
export async function killMigrations(database: DatabaseName, kills: number): Promise<MigrationKills> {
  const start = performance.now();
  const expected = await withNew(database, async ({ config, schema }) => {
    const whole = await Opener.ready();
    const began = performance.now();
    assert.equal(await whole.open(config), 0);
    return { ms: performance.now() - began, schema: await schema() };
  });
  const tables = expected.schema.length;
  const counts = { kills: 0, databases: 0, halfMade: 0 };
  while (counts.kills < kills) {
    await withNew(database, async ({ config, schema }) => {
      counts.databases += 1;
      for (let more = 1 + Math.floor(Math.random() * 3); more > 0 && counts.kills < kills; more -= 1) {
        const opener = await Opener.ready();
        const opened = opener.open(config);
        await sleep(Math.random() * expected.ms);
        opener.kill();
        if ((await opened) === 0) continue;
        counts.kills += 1;
        const made = (await schema()).length;
        if (made > 0 && made < tables) counts.halfMade += 1;
      }
      // Two processes of one installation, at once; a database in a file has one.
      const last = await Promise.all((database === 'sqlite' ? [1] : [1, 2]).map(async () => Opener.ready()));
      const ends = await Promise.all(last.map(async (opener) => opener.open(config)));
      assert.ok(
        ends.every((end) => end === 0),
        `the start after kill ${counts.kills} ended with ${ends.join(' and ')}`,
      );
      const made = await schema();
      const differing = [...expected.schema, ...made].filter(
        (line) => !made.includes(line) || !expected.schema.includes(line),
      );
      assert.deepEqual(differing, [], `after kill ${counts.kills}`);
    });
  }
  return { ...counts, seconds: Math.round((performance.now() - start) / 1000) };
}

class Opener {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
  }

  static async ready(): Promise<Opener> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', opening], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const opener = new Opener(child);
    await Promise.race([new Promise((resolve) => child.once('message', resolve)), opener.#ended]);
    return opener;
  }

  /** Gives the exit status; null when it was killed. */
  async open(config: object): Promise<number | null> {
    this.#child.send(config);
    return this.#ended;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

interface NewDatabase {
  readonly config: object;
  /** Everything that a migration makes, a line each, and which ones ran. */
  readonly schema: () => Promise<readonly string[]>;
}

async function withNew<T>(database: DatabaseName, work: (fresh: NewDatabase) => Promise<T>): Promise<T> {
  const lines = (rows: readonly object[]): readonly string[] => rows.map((row) => JSON.stringify(row));
  if (database === 'mariadb') {
    const schema = await temporarySchema();
    const all = async (): Promise<readonly string[]> => {
      const parts = [await schema.rows(columns), await schema.rows(indices)].flat();
      if (!parts.some((row) => Object.values(row)[0] === 'migrations')) return lines(parts);
      return lines([...parts, ...(await schema.rows('SELECT name FROM migrations ORDER BY name'))]);
    };
    try {
      return await work({ config: { kind: 'mysql', url: schema.url }, schema: all });
    } finally {
      await schema.drop();
    }
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-migration-'));
  const file = path.join(folder, 'yiban.sqlite');
  const all = async (): Promise<readonly string[]> => {
    if (!existsSync(file)) return [];
    const made = sqliteRows(file, sqliteSchema);
    if (!lines(made).some((line) => line.includes('"name":"migrations"'))) return lines(made);
    return lines([...made, ...sqliteRows(file, 'SELECT name FROM migrations ORDER BY name')]);
  };
  try {
    return await work({ config: { kind: 'sqlite', file }, schema: all });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** TypeORM lists the constraints of a table in no fixed order. */
const sqliteSchema = `SELECT m.type, m.name, c.name AS part, c.type AS kind, c."notnull", c.dflt_value, c.pk FROM sqlite_master m
  LEFT JOIN pragma_table_info(m.name) c ON m.type = 'table'
  UNION ALL
  SELECT 'index', m.name, c.name, i."unique", i.origin, c.seqno, NULL FROM sqlite_master m
  JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c WHERE m.type = 'table'
  ORDER BY 1, 2, 3`;

const columns = `SELECT table_name, column_name, column_type, is_nullable, column_default
  FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, column_name`;
const indices = `SELECT table_name, index_name, seq_in_index, column_name, non_unique
  FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index`;
