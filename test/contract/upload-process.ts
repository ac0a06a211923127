// Starts `upload-server.ts` on a database of its own, kills it and starts it again.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const mysql = createRequire(new URL('../../bff/package.json', import.meta.url))('mysql2/promise');
const program = fileURLToPath(new URL('./upload-server.ts', import.meta.url));

export class UploadProcess {
  url = '';
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'yiban-uploads-'));
  readonly #databaseUrl: URL | undefined;
  #child: ChildProcess | undefined;

  constructor(kind: 'SQLite' | 'MariaDB') {
    if (kind === 'MariaDB') {
      const server = process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/';
      this.#databaseUrl = new URL(`/yiban_test_${randomBytes(6).toString('hex')}`, server);
    }
  }

  async start(): Promise<void> {
    await this.#onServer(`CREATE DATABASE IF NOT EXISTS ${this.#databaseUrl?.pathname.slice(1)} CHARACTER SET utf8mb4`);
    const database = this.#databaseUrl
      ? { kind: 'mysql', url: this.#databaseUrl.href }
      : { kind: 'sqlite', file: path.join(this.#folder, 'uploads.sqlite') };
    const settings = JSON.stringify({ database, folder: path.join(this.#folder, 'storage') });
    this.#child = spawn(process.execPath, [program], {
      env: { ...process.env, UPLOAD_SERVER: settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: this.#child.stdout! });
    const [url] = await Promise.race([
      once(lines, 'line'),
      once(this.#child, 'exit').then(() => {
        throw new Error('the upload server ended before it listened');
      }),
    ]);
    this.url = `${url}/api/v1/uploads`;
  }

  /** As a power cut would: no goodbye. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    await this.#onServer(`DROP DATABASE ${this.#databaseUrl?.pathname.slice(1)}`);
    rmSync(this.#folder, { recursive: true });
  }

  async #onServer(statement: string): Promise<void> {
    if (this.#databaseUrl === undefined) return;
    const connection = await mysql.createConnection({ uri: new URL('/', this.#databaseUrl).href });
    await connection.query(statement);
    await connection.end();
  }
}
