/** The product as it runs, for tests: server and sandbox as processes of their own, on free ports, with data of their own. */
import { execFileSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { freePort } from './free-port.ts';
import { answering, ended, launch, launchStandby, root } from './processes.ts';
import { temporarySchema } from './temporary-schema.ts';

export type DatabaseName = 'sqlite' | 'mariadb';

export interface RunningProduct {
  readonly baseUrl: string;
  readonly sandboxUrl: string;
  readonly dataDir: string;
  /** Kills the server at once (SIGKILL) and starts it again over the same data; `whileDown` sees what it left. */
  readonly crash: (whileDown?: () => Promise<void>) => Promise<void>;
  /** Changes the data behind the server's back, as the passing of days would. */
  readonly sql: (statement: string) => Promise<void>;
  /** The number `n` that a query gives. */
  readonly count: (query: string) => Promise<number>;
  /** What the server has written to its log so far, over all its starts. */
  readonly log: () => string;
  /** MariaDB's database, null where it is SQLite. */
  readonly mysqlUrl: string | null;
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  readonly database?: DatabaseName;
  readonly env?: Readonly<Record<string, string>>;
  /** Server that follows MariaDB's. */
  readonly replica?: string;
  /** Keeps the next server ready beside the one that works: for a test that kills it often. */
  readonly standby?: boolean;
  /** Begins with the data of a backup instead of none. */
  readonly restore?: { readonly backup: string; readonly masterKey: string };
}

export async function startProduct({
  database = 'sqlite',
  env = {},
  replica,
  standby = false,
  restore,
}: StartOptions = {}): Promise<RunningProduct> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yiban-product-'));
  const mysql = database === 'mariadb' ? await temporarySchema() : null;
  const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
  const settings = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: dataDir,
    // The other agency of a transfer answers at once, unless a test wants to see it wait.
    SANDBOX_TRANSFER_DELAY_MS: '0',
    OFFICERS_FILE: path.join(root, 'scripts/sandbox/officers.json'),
    ...(mysql === null ? {} : { MYSQL_URL: mysql.url }),
    ...(mysql === null || replica === undefined
      ? {}
      : { MYSQL_REPLICA_URL: new URL(new URL(mysql.url).pathname, replica).href }),
    ...(restore === undefined ? {} : { MASTER_KEY: restore.masterKey }),
    ...env,
  };
  if (restore !== undefined) {
    const command = path.join(root, 'bff/dist/backup/command/main.js');
    execFileSync(process.execPath, [command, 'restore', restore.backup], { env: settings });
  }
  const baseUrl = `http://127.0.0.1:${port}`;
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  let log = '';
  let next: ChildProcess | undefined;
  const startServer = async (): Promise<ChildProcess> => {
    const child = next ?? launch('bff/dist/main.js', settings);
    next?.stdin?.end('begin\n');
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (log += bytes.toString()));
    await answering(`${baseUrl}/health/ready`, child);
    next = standby ? launchStandby(settings) : undefined;
    return child;
  };
  const sandbox = launch('scripts/sandbox/main.ts', settings);
  await answering(`${sandboxUrl}/people`, sandbox);
  let server = await startServer().catch(async (error: unknown) => {
    await ended(sandbox, 'SIGTERM');
    throw error;
  });
  return {
    baseUrl,
    sandboxUrl,
    dataDir,
    crash: async (whileDown) => {
      await ended(server, 'SIGKILL');
      await whileDown?.();
      server = await startServer();
    },
    sql: async (statement) => {
      if (mysql !== null) return mysql.run(statement);
      const file = new DatabaseSync(path.join(dataDir, 'yiban.sqlite'), { timeout: 5000 });
      file.exec(statement);
      file.close();
    },
    count: async (query) => {
      const rows = mysql === null ? sqliteRows(path.join(dataDir, 'yiban.sqlite'), query) : await mysql.rows(query);
      return Number(Object.values(rows[0] ?? {})[0]);
    },
    log: () => log,
    mysqlUrl: mysql?.url ?? null,
    stop: async () => {
      next?.kill('SIGKILL');
      await Promise.all([ended(server, 'SIGTERM'), ended(sandbox, 'SIGTERM')]);
      await mysql?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function sqliteRows(file: string, query: string): readonly object[] {
  const database = new DatabaseSync(file, { timeout: 5000, readOnly: true });
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
}
