/** What is measured of another product that a team might pick instead. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request } from 'autocannon';
import { ended } from '../../../test/server/processes.ts';

export const deeds = ['create', 'list', 'detail'] as const;
export type Deed = (typeof deeds)[number];

export interface Peer {
  readonly name: string;
  readonly baseUrl: string;
  /** One case more; gives its id. */
  readonly create: () => Promise<string>;
  /** By somebody signed in; `one` is the case whose page is asked for. */
  readonly requests: (one: string) => Readonly<Record<Deed, Request>>;
  /** Resident, in MB. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

/** The fields of a case that a person files, as our own create has them. */
export const caseFields = {
  region: '620000',
  item: 'settlement-coordination',
  status: 'draft',
  form: {
    hospital: { code: 'H62010200001', name: '兰州大学第一医院' },
    date: '2026-11-01',
    phone: '13800001234',
    problem: '出院时系统提示“备案信息不存在”，未能直接结算，医院让我先垫付。',
  },
} as const;

interface Start {
  readonly folder: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Answers once the peer is up. */
  readonly ready: string;
}

export async function startPeer({ folder, args, env, ready }: Start): Promise<Pick<Peer, 'memory' | 'stop'>> {
  const child = spawn(process.execPath, [...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-4000)));
  const here = { memory: () => residentOf(child.pid ?? 0), stop: async () => ended(child, 'SIGTERM') };
  for (const until = Date.now() + 300_000; Date.now() < until;) {
    if (child.exitCode !== null) break;
    if ((await fetch(ready).catch(() => null))?.ok === true) return here;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  await here.stop();
  throw new Error(`${path.basename(folder)} did not start: ${said}`);
}

export async function json(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
