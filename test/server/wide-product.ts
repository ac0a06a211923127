/** The product as several processes on one MariaDB, each with a folder of its own: whatever they share, they share by the network. */
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { answering, ended, launch, root } from './processes.ts';
import { temporarySchema } from './temporary-schema.ts';

export type Role = 'web' | 'worker';

export interface WideProcess {
  readonly role: Role;
  readonly url: string;
  readonly isRunning: () => boolean;
  /** SIGKILL. */
  readonly kill: () => Promise<void>;
  /** As a rolling start does it: what is under way is answered first. */
  readonly stop: () => Promise<void>;
  /** @param program another version than the one that was built */
  readonly start: (program?: string) => Promise<void>;
}

export interface WideProduct {
  readonly processes: readonly WideProcess[];
  readonly sandboxUrl: string;
  readonly sql: (statement: string) => Promise<void>;
  readonly rows: (statement: string) => Promise<readonly object[]>;
  /** Has the insurance platform misbehave, see `scripts/sandbox/misbehaviour.ts`. */
  readonly misbehave: (order: object) => Promise<void>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

export async function startWide(asked: {
  readonly web: number;
  readonly workers: number;
  readonly env: Readonly<Record<string, string>>;
}): Promise<WideProduct> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-wide-'));
  const schema = await temporarySchema();
  const sandboxPort = await freePort();
  let log = '';
  const shared = {
    ...process.env,
    HOST: '127.0.0.1',
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_TRANSFER_DELAY_MS: '0',
    OFFICERS_FILE: path.join(root, 'scripts/sandbox/officers.json'),
    MASTER_KEY: randomBytes(32).toString('base64'),
    MYSQL_URL: schema.url,
    PUBLIC_URL: 'http://localhost:3000',
    ...asked.env,
  };
  const sandbox = launch('scripts/sandbox/main.ts', { ...shared, DATA_DIR: path.join(folder, 'sandbox') });
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  await answering(`${sandboxUrl}/people`, sandbox);

  const roles: readonly Role[] = [
    ...Array.from({ length: asked.web }, () => 'web' as const),
    ...Array.from({ length: asked.workers }, () => 'worker' as const),
  ];
  const processes = await Promise.all(
    roles.map(async (role, index) => {
      const port = await freePort();
      const env = {
        ...shared,
        ROLE: role,
        PORT: String(port),
        DATA_DIR: path.join(folder, `${role}-${index}`),
      };
      return wideProcess(role, port, env, (text) => (log += text));
    }),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(processes.map(async (one) => one.stop()));
    await ended(sandbox, 'SIGTERM');
    await schema.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  // All at once, on an empty database: they agree who makes the tables, the keys and the first officers.
  const starts = await Promise.allSettled(processes.map(async (one) => one.start()));
  const failed = starts.find((one) => one.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return {
    processes,
    sandboxUrl,
    sql: schema.run,
    rows: schema.rows,
    misbehave: async (order) => {
      const answer = await fetch(`${sandboxUrl}/misbehave`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ target: 'platform', ...order }),
      });
      if (!answer.ok) throw new Error(`the sandbox does not misbehave like that: ${answer.status}`);
    },
    log: () => log,
    stop,
  };
}

function wideProcess(role: Role, port: number, env: NodeJS.ProcessEnv, keep: (text: string) => void): WideProcess {
  let child: ChildProcess | undefined;
  const url = `http://127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child !== undefined) await ended(child, signal);
  };
  return {
    role,
    url,
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    kill: async () => end('SIGKILL'),
    stop: async () => end('SIGTERM'),
    start: async (program = 'bff/dist/main.js') => {
      const started = launch(program, env);
      child = started;
      for (const stream of [started.stdout, started.stderr])
        stream?.on('data', (bytes: Buffer) => keep(bytes.toString()));
      // Alive, not ready: what it leans on may be away while it starts.
      await answering(`${url}/health/live`, started);
    },
  };
}
