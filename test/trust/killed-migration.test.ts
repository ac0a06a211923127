/** SIGKILL while the schema is made: the next start goes on from there, and several processes may start at once. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const root = path.join(import.meta.dirname, '../..');
const kills = Number(process.env['MIGRATION_KILLS'] ?? 6);
/** The database alone is opened: what the server does before it listens. */
const open = `
  const { Database } = await import(${JSON.stringify(path.join(root, 'bff/dist/database/database.js'))});
  const database = await Database.open(JSON.parse(process.env.DATABASE));
  process.stdout.write('begun');
  await database.onApplicationShutdown();
`;

async function opened(database: object, killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', open], {
    env: { ...process.env, DATABASE: JSON.stringify(database) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (killAfter !== undefined) {
    await sleep(killAfter);
    child.kill('SIGKILL');
  }
  return ended;
}

describe('a migration that is killed', async () => {
  const server = new URL(process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/');
  const schema = `yiban_migration_${randomBytes(4).toString('hex')}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-migration-'));
  const admin = await createConnection({ uri: server.href });
  after(async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${schema}`);
    await admin.end();
    rmSync(folder, { recursive: true });
  });
  const tables = async (): Promise<number> => {
    const [rows] = await admin.query(`SELECT 1 FROM information_schema.tables WHERE table_schema = '${schema}'`);
    return Array.isArray(rows) ? rows.length : 0;
  };

  test(`${kills} times on MariaDB, at tables that stand half made`, async () => {
    const mysql = { kind: 'mysql', url: new URL(`/${schema}`, server).href };
    for (let kill = 0; kill < kills; kill += 1) {
      await admin.query(`DROP DATABASE IF EXISTS ${schema}`);
      await admin.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4`);
      await killedAt(mysql, 1 + Math.floor((kill / kills) * 20), tables);
      const left = await tables();
      // Two processes of one installation, at once.
      assert.deepEqual(await Promise.all([opened(mysql), opened(mysql)]), [0, 0], `after a kill at ${left} tables`);
    }
  });

  test(`${kills} times on SQLite`, async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      const sqlite = { kind: 'sqlite', file: path.join(folder, `${kill}.sqlite`) };
      await opened(sqlite, 250 + kill * 60);
      assert.equal(await opened(sqlite), 0, `start after kill ${kill + 1}`);
    }
  });
});

/** Kills as soon as that many tables stand. */
async function killedAt(database: object, atTables: number, tables: () => Promise<number>): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', open], {
    env: { ...process.env, DATABASE: JSON.stringify(database) },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && (await tables()) < atTables) await sleep(1);
  child.kill('SIGKILL');
  await ended;
}
