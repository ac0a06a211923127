/** For tests: a fresh database of each kind, thrown away afterwards. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import type { Config } from '../config.js';
import { Database } from './database.js';

export interface TemporaryDatabase {
  readonly database: Database;
  readonly config: Config['database'];
  readonly close: () => Promise<void>;
}

/** SQLite, and MariaDB/MySQL at TEST_MYSQL_URL. A missing server is a failure, never a skip. */
export function temporaryDatabases(): { readonly name: string; readonly open: () => Promise<TemporaryDatabase> }[] {
  return [
    { name: 'SQLite', open: openSqlite },
    { name: 'MariaDB', open: openMysql },
  ];
}

async function openSqlite(): Promise<TemporaryDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-'));
  const config = { kind: 'sqlite' as const, file: path.join(folder, 'test.sqlite') };
  const database = await Database.open(config);
  return {
    database,
    config,
    close: async () => {
      await database.onApplicationShutdown();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openMysql(): Promise<TemporaryDatabase> {
  const server = new URL(process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/');
  const name = `yiban_test_${randomBytes(6).toString('hex')}`;
  const admin = await mysql.createConnection({ uri: server.href });
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const config = { kind: 'mysql' as const, url: new URL(`/${name}`, server).href };
  const database = await Database.open(config);
  return {
    database,
    config,
    close: async () => {
      await database.onApplicationShutdown();
      await admin.query(`DROP DATABASE ${name}`);
      await admin.end();
    },
  };
}
