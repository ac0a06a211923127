/**
 * `npm run bench -- bff`: the whole product on MariaDB (authentication, validation, encryption, audit, outbox on) against
 * bare Fastify and mysql2 that send the same statements and answer the same JSON, on the same database, in turns; and how
 * long an immediate registration and a start take. Goals: goals.md, Performance.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Request } from 'autocannon';
import type { Answers, CaseView } from '@yiban/shared-types/cases';
import { startProduct, type RunningProduct } from '../../test/server/running-server.ts';
import { filledCase } from '../../test/api/filled-case.ts';
import { CitizenClient } from '../client/citizen.ts';
import { atLeast, atMost, withoutGoal, type BenchOptions, type Figure } from './figure.ts';
import { statementsOf, type Recorded } from './limit/recorded.ts';
import { peopleOf } from './people.ts';
import { connections, loaded, median, type LoadResult } from './load.ts';
import { residentMegabytes } from './resident.ts';

const goals = { reads: 0.7, writes: 0.6, p99: 1.5, milliseconds: 100, megabytes: 350, registrationMs: 60 } as const;
const repeats = 3;
/** An item that needs no paper, so that what is measured is the case and not its photos. */
const item = 'settlement-coordination';

interface Subject {
  readonly name: string;
  readonly goal: number;
  /** For one connection: against the product, as that person. */
  readonly product: (connection: number) => readonly Request[];
  /** Before each round: what the last round's end cut off is looked at again. */
  readonly prepare?: () => Promise<void>;
  /** Against the limit. */
  readonly bare: readonly Request[];
}

interface Filer {
  readonly citizen: CitizenClient;
  readonly region: string;
  readonly form: Answers;
  /** As it stands now. */
  draft: Pick<CaseView, 'id' | 'version'>;
}

export async function measureBff({ sample, say }: BenchOptions): Promise<readonly Figure[]> {
  const seconds = sample ?? 10;
  const product = await startProduct({ database: 'mariadb', env: { LOG_LEVEL: 'warn' } });
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-bench-'));
  try {
    const filers = await peopleWithDrafts(product);
    const { subjects, recordings } = await subjectsOf(product, filers);
    const file = path.join(folder, 'recordings.json');
    writeFileSync(file, JSON.stringify(recordings));
    await using bare = await startBare(file, product.mysqlUrl ?? '');
    const figures: Figure[] = [];
    for (const subject of subjects) figures.push(...(await compared(subject, product, bare.url, seconds, say)));
    figures.push(
      atMost('server, resident memory after the load', await residentMegabytes(product.baseUrl), 'MB', goals.megabytes),
    );
    figures.push(...(await registrations(product, sample === null ? 12 : 3)));
    return figures;
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Twenty people with a draft each; the first has twenty filed cases besides. */
async function peopleWithDrafts({ baseUrl, sandboxUrl }: RunningProduct): Promise<readonly [Filer, ...Filer[]]> {
  const filers: Filer[] = [];
  for (const { key, region } of await peopleOf(sandboxUrl)) {
    if (filers.length === connections) break;
    const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, key);
    const draft = await filledCase(citizen, item, region).catch(() => null);
    if (draft !== null) filers.push({ citizen, region, form: draft.form, draft });
  }
  const [first, ...others] = filers;
  if (first === undefined || filers.length < connections) throw new Error(`only ${filers.length} people can file`);
  for (let filed = 0; filed < 20; filed += 1) {
    await first.citizen.submit(await first.citizen.one(first.draft.id));
    first.draft = await opened(first);
  }
  return [first, ...others];
}

async function opened({ citizen, region, form }: Filer): Promise<CaseView> {
  return citizen.open(item, region, form);
}

async function subjectsOf(
  product: RunningProduct,
  filers: readonly [Filer, ...Filer[]],
): Promise<{ subjects: readonly Subject[]; recordings: readonly Recorded[] }> {
  const [first] = filers;
  const { api } = first.citizen;
  const filerOf = (connection: number): Filer => filers[connection % filers.length] ?? first;
  const schema = product.mysqlUrl ?? '';
  const record = async (method: Recorded['method'], at: string, deed: () => Promise<unknown>): Promise<Recorded> => {
    let answer: unknown;
    const statements = await statementsOf(schema, async () => {
      answer = await deed();
    });
    return { method, path: at, statements, answer: JSON.stringify(answer) };
  };
  const list = await first.citizen.api.call<{ items: readonly { id: string; status: string }[] }>(
    'GET',
    '/cases?limit=20',
  );
  const filed = list.items.find(({ status }) => status !== 'draft')?.id ?? '';
  const page = `/regions/${first.region}/items/${item}`;
  const asked = { '/page': page, '/list': '/cases?limit=20', '/detail': `/cases/${filed}` } as const;
  const reads: Recorded[] = [];
  for (const [at, of] of Object.entries(asked)) reads.push(await record('GET', at, async () => api.call('GET', of)));
  let draft = await first.citizen.one(first.draft.id);
  const save = await record('PATCH', '/save', async () => (draft = await first.citizen.save(draft, first.form)));
  const submit = await record('POST', '/file', async () => first.citizen.submit(draft));
  first.draft = await opened(first);
  const headersOf = (connection: number): Record<string, string> => ({
    authorization: `Bearer ${filerOf(connection).citizen.api.token}`,
    'content-type': 'application/json',
  });
  const read = (name: string, at: keyof typeof asked): Subject => ({
    name,
    goal: goals.reads,
    // Everybody asks for the same, so that both sides read the same rows.
    product: () => [{ method: 'GET', path: `/api/v1${asked[at]}`, headers: headersOf(0) }],
    bare: [{ method: 'GET', path: at }],
  });
  return {
    recordings: [...reads, save, submit],
    subjects: [
      read('catalogue page', '/page'),
      read('my cases, 20', '/list'),
      read('case detail', '/detail'),
      {
        name: 'save draft',
        goal: goals.writes,
        prepare: async () => {
          for (const filer of filers) filer.draft = await filer.citizen.one(filer.draft.id);
        },
        product: (connection) => savesOf(filerOf(connection), headersOf(connection)),
        bare: [{ method: 'PATCH', path: '/save', body: '{}', headers: { 'content-type': 'application/json' } }],
      },
      {
        name: 'open and submit',
        goal: goals.writes,
        product: (connection) => filings(filerOf(connection), headersOf(connection)),
        bare: [
          { method: 'PATCH', path: '/save', body: '{}', headers: { 'content-type': 'application/json' } },
          { method: 'POST', path: '/file', body: '{}', headers: { 'content-type': 'application/json' } },
        ],
      },
    ],
  };
}

/** The draft saved again and again, each time on what the answer before said. */
function savesOf(filer: Filer, headers: Record<string, string>): readonly Request[] {
  return [
    {
      method: 'PATCH',
      path: `/api/v1/cases/${filer.draft.id}`,
      headers,
      setupRequest: (request) => ({
        ...request,
        body: JSON.stringify({ version: filer.draft.version, form: filer.form }),
      }),
      onResponse: (_, body) => {
        filer.draft = { ...filer.draft, version: versionIn(body) ?? filer.draft.version };
      },
    },
  ];
}

/** A case opened and submitted, again and again. */
function filings({ region, form }: Filer, headers: Record<string, string>): readonly Request[] {
  let [id, version] = ['', 1];
  const keyed = (): Record<string, string> => ({ ...headers, 'idempotency-key': crypto.randomUUID() });
  return [
    {
      method: 'POST',
      path: '/api/v1/cases',
      setupRequest: (request) => ({
        ...request,
        headers: keyed(),
        body: JSON.stringify({ item, region, form, restart: true }),
      }),
      onResponse: (_, body) => {
        id = /"id":"([0-9a-f-]{36})"/u.exec(body)?.[1] ?? '';
        version = versionIn(body) ?? 1;
      },
    },
    {
      method: 'POST',
      setupRequest: (request) => ({
        ...request,
        path: `/api/v1/cases/${id}/submit`,
        headers: keyed(),
        body: JSON.stringify({ version }),
      }),
    },
  ];
}

const versionIn = (body: string): number | undefined => {
  const found = /"version":(\d+)/u.exec(body)?.[1];
  return found === undefined ? undefined : Number(found);
};

async function compared(
  { name, goal, product, prepare, bare }: Subject,
  { baseUrl }: RunningProduct,
  bareUrl: string,
  seconds: number,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const ours: LoadResult[] = [];
  const limit: LoadResult[] = [];
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    await prepare?.();
    const one = await loaded({ baseUrl, seconds: repeat === 0 ? 2 : seconds, requestsOf: product });
    const other = await loaded({ baseUrl: bareUrl, seconds: repeat === 0 ? 2 : seconds, requestsOf: () => bare });
    // The first round warms both up.
    if (repeat > 0) [ours, limit].forEach((list, at) => list.push(at === 0 ? one : other));
    say(`${name}: ${Math.round(one.throughput)} a second, limit ${Math.round(other.throughput)}`);
  }
  const of = (list: readonly LoadResult[], what: keyof LoadResult): number => median(list.map((one) => one[what]));
  return [
    withoutGoal(`${name}: a second`, of(ours, 'throughput'), ''),
    withoutGoal(`${name}: a second, at the limit`, of(limit, 'throughput'), ''),
    atLeast(`${name}: throughput of the limit`, of(ours, 'throughput') / of(limit, 'throughput'), '×', goal),
    atMost(`${name}: p99 of the limit`, of(ours, 'p99') / Math.max(1, of(limit, 'p99')), '×', goals.p99),
    atMost(`${name}: p99`, of(ours, 'p99'), 'ms', goals.milliseconds),
  ];
}

interface Bare {
  readonly url: string;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

async function startBare(file: string, mysqlUrl: string): Promise<Bare> {
  const script = path.join(import.meta.dirname, 'limit/bare-server.ts');
  const env = { ...process.env, BARE_SERVER: JSON.stringify({ file, mysqlUrl, connections }) };
  const child: ChildProcess = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (said: Buffer) => resolve(String(said).trim()));
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
  });
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      const end = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await end;
    },
  };
}

/** From submit to closed, the platform's answer included; and what the platform alone takes. */
async function registrations({ baseUrl, sandboxUrl }: RunningProduct, people: number): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (const { key, region } of await peopleOf(sandboxUrl)) {
    if (times.length === people) break;
    const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, key);
    const draft = await filledCase(citizen, 'remote-resident', region).catch(() => null);
    if (draft === null) continue;
    const start = performance.now();
    const { status } = await citizen.submit(draft);
    if (status === 'closed') times.push(performance.now() - start);
  }
  return [
    atMost(
      `immediate registration, submit to closed, p50 of ${times.length}`,
      median(times),
      'ms',
      goals.registrationMs,
    ),
  ];
}
