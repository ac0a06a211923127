/** HOSTILE_REQUESTS (500) a group of endpoints: no 5xx, no hang, no stack trace, and the product still works. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { SeededRandom } from '../../scripts/papers/seeded-random.ts';
import { filledCase } from '../api/filled-case.ts';
import { startProduct } from '../server/running-server.ts';
import { HostileRequests, type HostileRequest, type OpenApi } from './hostile-requests.ts';

const count = Number(process.env['HOSTILE_REQUESTS'] ?? 500);
const seed = Number(process.env['SEED'] ?? 1);
const atOnce = 8;
/** A hang. Two cores that also run the tests need more than an idle server's milliseconds. */
const longest = 5000;

describe('hostile requests', async () => {
  const product = await startProduct();
  after(product.stop);
  const { baseUrl, sandboxUrl } = product;
  const api: OpenApi = await (await fetch(`${baseUrl}/api/openapi.json`)).json();
  const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'handler-gansu');
  const filed = await citizen.submit(await filledCase(citizen, 'settlement-coordination', '620000'));
  const draft = await citizen.open('remote-worker', '620000');
  const officer = await OfficerClient.loggedIn(baseUrl, sandboxUrl, 'first-reviewer', '620000');
  const tokens = [citizen.api.token, officer.api.token, null, 'x.y.z'];
  const seeded = new SeededRandom(seed);
  const random = (): number => seeded.next();
  const requests = new HostileRequests(api, [filed.id, draft.id, 'remote-worker', 'acceptance-notice'], random);

  const groups = new Map<string, (readonly [path: string, method: string])[]>();
  for (const [path, methods] of Object.entries(api.paths)) {
    const group = path.replace('/api/v1/', '').split('/')[0] ?? '';
    // A wrong password costs 50 ms by design: guessing is limits.test.ts's.
    if (path.endsWith('/agency/session')) continue;
    for (const method of Object.keys(methods)) groups.set(group, [...(groups.get(group) ?? []), [path, method]]);
  }

  async function send({
    method,
    path,
    headers,
    body,
  }: HostileRequest): Promise<{ status: number; text: string; ms: number }> {
    const token = tokens[Math.floor(random() * tokens.length)] ?? null;
    const start = performance.now();
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.timeout(longest),
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, text, ms: performance.now() - start };
  }

  for (const [group, operations] of groups) {
    test(`${count} at ${group}`, async (t) => {
      const wrong = new Map<string, string>();
      const statuses = new Map<number, number>();
      let left = count;
      let slowest = 0;
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (left > 0) {
            left -= 1;
            const [path, method] = operations[left % operations.length] ?? ['', ''];
            const request = requests.of(path, method);
            try {
              const { status, text, ms } = await send(request);
              statuses.set(status, (statuses.get(status) ?? 0) + 1);
              slowest = Math.max(slowest, ms);
              if (status >= 500 && !text.includes('-unavailable'))
                wrong.set(`${request.operation} ${status}`, shown(request));
              if (/\n\s+at .+:\d+:\d+|node_modules|\/dist\//.test(text))
                wrong.set(`${request.operation} stack`, shown(request));
              // 431 is Node's own, before there is a request.
              if (status >= 400 && status !== 431 && request.method !== 'HEAD' && !/"code":"[a-z-]+"/.test(text))
                wrong.set(`${request.operation} ${status} no problem`, `${shown(request)} → ${text.slice(0, 200)}`);
            } catch (error) {
              wrong.set(`${request.operation} ${error instanceof Error ? error.name : 'error'}`, shown(request));
            }
          }
        }),
      );
      t.diagnostic(
        `slowest ${Math.round(slowest)} ms; ${[...statuses].map(([status, n]) => `${status}: ${n}`).join(', ')}`,
      );
      assert.deepEqual([...wrong], []);
    });
  }

  test('afterwards the product works, and what was there is there', async () => {
    assert.equal((await fetch(`${baseUrl}/health/ready`)).status, 200);
    const again = await OfficerClient.loggedIn(baseUrl, sandboxUrl, 'window', '620000');
    assert.equal((await again.one(filed.id)).id, filed.id);
    assert.doesNotMatch(product.log(), /\r|\u202e|<script>/);
  });
});

function shown({ method, path, body }: HostileRequest): string {
  return `${method} ${path.slice(0, 160)} ${body?.subarray(0, 300).toString('utf8') ?? ''}`;
}
