import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import libsql from 'libsql';
import type { Config } from '../config.js';

/** A snapshot while the product runs: SQLite's own copy, or one transaction of mariadb-dump. */
export async function copyDatabase(database: Config['database'], folder: string): Promise<void> {
  if (database.kind === 'sqlite') {
    const connection = new libsql(database.file);
    try {
      connection.prepare('VACUUM INTO ?').run(path.join(folder, 'yiban.sqlite'));
    } finally {
      connection.close();
    }
    return;
  }
  const { args, env, schema } = client(database);
  const dump = spawn('mariadb-dump', [...args, '--single-transaction', '--skip-lock-tables', '--hex-blob', schema], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = endOf(dump, 'mariadb-dump');
  await pipeline(dump.stdout, createWriteStream(path.join(folder, 'yiban.sql'), { flags: 'wx', mode: 0o600 }));
  await ended;
}

/** Into a database that is not there yet, or empty. Throws rather than write over anything. */
export async function restoreDatabase(database: Config['database'], folder: string): Promise<void> {
  if (database.kind === 'sqlite') {
    if (existsSync(database.file)) throw new Error(`${database.file} is there already: restore into an empty DATA_DIR`);
    await copyFile(path.join(folder, 'yiban.sqlite'), database.file);
    return;
  }
  const { args, env, schema } = client(database);
  if ((await tablesIn(args, env, schema)) > 0) throw new Error(`the database ${schema} is not empty`);
  const load = spawn('mariadb', [...args, schema], { env, stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = endOf(load, 'mariadb');
  await pipeline(createReadStream(path.join(folder, 'yiban.sql')), load.stdin);
  await ended;
}

type Server = Extract<Config['database'], { kind: 'mysql' }>;

/** The password goes by the environment: arguments are seen by everyone on the machine. */
function client({ url, authority }: Server): { args: readonly string[]; env: NodeJS.ProcessEnv; schema: string } {
  const tls = authority === undefined ? [] : [`--ssl-ca=${authority.file}`, '--ssl-verify-server-cert'];
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    args: [
      '-h',
      hostname,
      '-P',
      port === '' ? '3306' : port,
      '-u',
      decodeURIComponent(username),
      '--protocol=tcp',
      ...tls,
    ],
    env: { ...process.env, MYSQL_PWD: decodeURIComponent(password) },
    schema: pathname.slice(1),
  };
}

async function tablesIn(args: readonly string[], env: NodeJS.ProcessEnv, schema: string): Promise<number> {
  const query = spawn('mariadb', [...args, '-N', '-e', 'SHOW TABLES', schema], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  query.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
  await endOf(query, 'mariadb');
  return text.split('\n').filter(Boolean).length;
}

async function endOf(child: ReturnType<typeof spawn>, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => {
      reject(new Error(`${name} does not run (${error.message}): it is of the package mariadb-client`));
    });
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${name} ended with ${code}`));
    });
  });
}
