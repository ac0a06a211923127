/** A Redis of a test's own, which keeps nothing on disk: one that comes back has lost everything. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export interface RedisServer {
  readonly url: string;
  /** Ends it at once; all that was in it is lost. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let child = await start(port);
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    goAway: end,
    comeBack: async () => {
      child = await start(port);
    },
    stop: end,
  };
}

async function start(port: number): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const program = process.env['REDIS_PROGRAM'] ?? 'redis-server';
  const child = spawn(program, args, { argv0: 'redis-server', stdio: 'ignore' });
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    if (await accepts(port)) return child;
    await sleep(25);
  }
  throw new Error('Redis did not start');
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).then((answered) => {
    socket.destroy();
    return answered === true;
  });
}
