/** People who file and officers who pay while the server is killed under them: each deed is asked for until it is answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView } from '@yiban/shared-types/cases';
import { ApiClient, type Reply } from '../../scripts/client/api-client.ts';

/** What was acknowledged, in the words of the acknowledgement. */
export interface Acknowledged {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  readonly text: string;
}

/** What a write is called in the figures of a run. */
export type Deed = 'draft' | 'upload' | 'submit' | 'review' | 'pay';

/** What the clients of a run have asked for and not yet been told, and how many answers they got. */
export class Traffic {
  answers = 0;
  /** Nobody waits for an answer any more. */
  over = false;
  readonly #underWay = new Map<Deed, number>();
  readonly #watching = new Map<Deed, () => void>();
  readonly #waiting = new Set<{ readonly at: number; readonly go: () => void }>();

  /** The kinds of write that wait for their answer now. */
  underWay(): readonly Deed[] {
    return [...this.#underWay].filter(([, count]) => count > 0).map(([kind]) => kind);
  }

  /** After `count` more answers, or when none has come for `patience` ms. */
  async after(count: number, patience: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#waiting.add({
        at: this.answers + count,
        go: () => {
          clearTimeout(timer);
          resolve();
        },
      });
    });
  }

  /** When a write of this kind is next sent, or when none was for `patience` ms. */
  async sends(deed: Deed, patience: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#watching.set(deed, () => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.#watching.delete(deed);
  }

  async of<T>(method: string, path: string, request: () => Promise<T>): Promise<T> {
    const kind = deedOf(method, path);
    if (kind !== null) {
      this.#count(kind, 1);
      this.#watching.get(kind)?.();
    }
    try {
      const answer = await request();
      this.answers += 1;
      for (const waiter of this.#waiting) {
        if (this.answers < waiter.at) continue;
        this.#waiting.delete(waiter);
        waiter.go();
      }
      return answer;
    } finally {
      if (kind !== null) this.#count(kind, -1);
    }
  }

  #count(kind: Deed, change: number): void {
    this.#underWay.set(kind, (this.#underWay.get(kind) ?? 0) + change);
  }
}

/** Null for reading. */
function deedOf(method: string, path: string): Deed | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (path.startsWith('/uploads')) return 'upload';
  if (path.includes('/payment-batches')) return 'pay';
  if (path.endsWith('/submit')) return 'submit';
  return path.startsWith('/agency') ? 'review' : 'draft';
}

/** A client that never gives up: a lost answer is asked for again, with the same key. */
export class PatientClient {
  readonly api: ApiClient;
  /** Writes with a key that were answered, with their first answer. */
  readonly acknowledged: Acknowledged[] = [];
  /** Answers that no client should ever see. */
  readonly faults: string[] = [];
  retries = 0;
  /** Of requests that were answered by 5xx until they were answered otherwise: from the first of these answers to the last. */
  readonly troubles: { readonly from: number; readonly ms: number; readonly request: string }[] = [];
  /** Of requests that took longer than a second, all retries included. */
  readonly waits: { readonly from: number; readonly ms: number; readonly request: string }[] = [];
  readonly #renew: (api: ApiClient) => Promise<void>;
  readonly #traffic: Traffic;

  constructor(api: ApiClient, renew: (api: ApiClient) => Promise<void>, traffic = new Traffic()) {
    this.api = api;
    this.#renew = renew;
    this.#traffic = traffic;
  }

  /**
   * Sends until an answer comes that is not the server's going away. Ten minutes, since InnoDB lets a request wait 50 s
   * for a row that another one holds, and under many kills one may be struck several times.
   */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const request = `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`;
    const asked = Date.now();
    let trouble: { from: number; last: number } | undefined;
    let last = 'nobody there';
    for (const until = Date.now() + 600_000; Date.now() < until && !this.#traffic.over; this.retries += 1) {
      try {
        const answer = await this.#traffic.of(method, path, () => this.api.send(method, path, body, headers));
        last = `${answer.status} ${answer.text.slice(0, 200)}`;
        if (answer.status >= 500) {
          const now = Date.now();
          trouble = { from: trouble?.from ?? now, last: now };
        } else if (trouble !== undefined) {
          this.troubles.push({ request, from: trouble.from, ms: trouble.last - trouble.from });
          trouble = undefined;
        }
        if (answer.status === 401) await this.#renew(this.api);
        else if (answer.status === 500) this.faults.push(`${request}: 500`);
        // 503 and 423 ask for patience, and 502 says that somebody between us and the server lost its answer.
        else if (![502, 503, 423].includes(answer.status)) {
          const ms = Date.now() - asked;
          if (ms > 1000) this.waits.push({ request, from: asked, ms });
          return answer;
        }
      } catch {
        last = 'nobody there';
        // Nobody there: killed, or not up yet. Its start should have the machine, not those who ask whether it is up.
      }
      await sleep(100);
    }
    throw new Error(`${method} ${path}: no answer within ten minutes, at last: ${last}`);
  }

  async write<T>(method: string, path: string, body: unknown): Promise<T> {
    const key = randomUUID();
    const { status, text } = await this.send(method, path, body, { 'idempotency-key': key });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
    this.acknowledged.push({ method, path, key, body, text });
    return JSON.parse(text);
  }

  /** A write whose retry may find it done already: gives what stands now. */
  async read<T>(path: string): Promise<T> {
    const { status, text } = await this.send('GET', path);
    if (status >= 300) throw new Error(`GET ${path}: ${status}`);
    return JSON.parse(text);
  }
}

/** Sends a file in small chunks, and goes on where the server says it is. Gives the id. */
export async function uploadPatiently(
  client: PatientClient,
  bytes: Buffer,
  metadata: string,
  chunk = 1500,
): Promise<string> {
  const tus = { 'tus-resumable': '1.0.0' };
  const created = await client.send('POST', '/uploads', undefined, {
    ...tus,
    'upload-length': String(bytes.length),
    'upload-metadata': metadata,
  });
  const id = created.headers.get('location')?.split('/').at(-1) ?? '';
  for (let offset = 0; offset < bytes.length;) {
    const { status, headers } = await client.send('PATCH', `/uploads/${id}`, bytes.subarray(offset, offset + chunk), {
      ...tus,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    });
    if (status === 204 || status === 200) offset += Math.min(chunk, bytes.length - offset);
    else if (status === 409) {
      const head = await client.send('HEAD', `/uploads/${id}`, undefined, tus);
      const there = Number(head.headers.get('upload-offset'));
      // What was acknowledged is there: the offset never goes back.
      if (there < offset) throw new Error(`upload ${id} went back from ${offset} to ${there}`);
      offset = there;
    } else throw new Error(`PATCH: ${status}`);
    if (headers.get('upload-offset') !== null && Number(headers.get('upload-offset')) < offset && status < 300)
      throw new Error('an acknowledged offset went back');
  }
  return id;
}

/** Not keyed: a lost answer leaves a newer version, at which it is done again. */
export async function attachPatiently(
  client: PatientClient,
  id: string,
  material: string,
  attachment: object,
): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { version } = await client.read<CaseView>(`/cases/${id}`);
    const { status, text } = await client.send('PUT', `/cases/${id}/materials/${material}`, { version, ...attachment });
    if (status < 300) return;
    if (!text.includes('stale-case')) throw new Error(`attach: ${status} ${text.slice(0, 200)}`);
  }
  throw new Error('attach: stale twenty times');
}

/** Repeats every acknowledged write of a client: each must give the same answer, byte for byte. */
export async function repeatAll(client: PatientClient): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { method, path, key, body, text } of client.acknowledged) {
    const again = await client.send(method, path, body, { 'idempotency-key': key });
    if (again.text !== text) wrong.push(`${method} ${path}: ${again.status}, another answer than the first time`);
  }
  return wrong;
}
