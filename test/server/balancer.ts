/** A load balancer for tests: round robin over the processes that say they are ready. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

const healthMs = 250;

export interface Balancer {
  readonly url: string;
  /** Every answer of 5xx that went out, and when. */
  readonly failures: readonly { readonly at: number; readonly status: number; readonly request: string }[];
  readonly answered: () => number;
  readonly stop: () => Promise<void>;
}

interface Upstream {
  readonly url: string;
  ready: boolean;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/**
 * As balancers in front of real installations do: a process that refuses a connection is passed over; one that breaks
 * off before it answers is passed over when the request may be sent again (GET, HEAD, or a key), else that is a 502;
 * when nobody is ready, everybody is asked (panic mode), because a shared illness is no reason to turn people away.
 */
export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  const upstreams: readonly Upstream[] = urls.map((url) => ({ url, ready: true }));
  const failures: { at: number; status: number; request: string }[] = [];
  let turn = 0;
  let answered = 0;

  async function serve(incoming: IncomingMessage): Promise<Answer> {
    const body = await buffer(incoming);
    const ready = upstreams.filter((one) => one.ready);
    const candidates = ready.length === 0 ? upstreams : ready;
    turn += 1;
    const ordered = candidates.map((_, index) => candidates[(turn + index) % candidates.length] ?? candidates[0]);
    for (const upstream of ordered) {
      if (upstream === undefined) continue;
      try {
        return await forward(upstream.url, incoming, body);
      } catch (error) {
        if (!isRefused(error) && !mayRepeat(incoming)) break;
      }
    }
    return { status: 502, headers: {}, body: Buffer.from('bad gateway') };
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { status, headers, body } = await serve(incoming);
    answered += 1;
    if (status >= 500) {
      const path = (incoming.url ?? '').replace(/\?.*/, '').replaceAll(/[0-9a-f-]{36}/g, '…');
      failures.push({ at: Date.now(), status, request: `${incoming.method} ${path}` });
    }
    outgoing.writeHead(status, headers).end(body);
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const address = server.address();
  const watch = setInterval(() => {
    for (const upstream of upstreams)
      void isReady(upstream.url).then((ready) => {
        upstream.ready = ready;
      });
  }, healthMs);
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    failures,
    answered: () => answered,
    stop: async () => {
      clearInterval(watch);
      server.closeAllConnections();
      await new Promise((resume) => server.close(resume));
    },
  };
}

/** Over a connection of its own, so that a refusal says for certain that nothing was sent. */
async function forward(upstream: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const { method, headers, url } = incoming;
  return new Promise((resolve, reject) => {
    const outgoing = ask(
      new URL(url ?? '/', upstream),
      { method, agent: false, headers: { ...headers, connection: 'close' } },
      (answer) => {
        const { 'transfer-encoding': _, connection: __, ...kept } = answer.headers;
        buffer(answer)
          .then((bytes) => resolve({ status: answer.statusCode ?? 502, headers: kept, body: bytes }))
          .catch(reject);
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

function mayRepeat({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD' || headers['idempotency-key'] !== undefined;
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
}

async function isReady(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(2000);
  return fetch(`${url}/health/ready`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
