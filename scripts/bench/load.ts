/** Load on one endpoint from twenty connections at once, by autocannon. */
import autocannon, { type Client, type Request } from 'autocannon';

export interface LoadResult {
  /** Requests a second. */
  readonly throughput: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface Load {
  readonly baseUrl: string;
  readonly seconds: number;
  /** The requests that a connection repeats; one call for each connection. */
  readonly requestsOf: (connection: number) => readonly Request[];
}

export const connections = 20;

/** Throws where anything was answered but 2xx: what is refused is quick, and tells nothing. */
export async function loaded({ baseUrl, seconds, requestsOf }: Load): Promise<LoadResult> {
  let next = 0;
  const result = await autocannon({
    url: baseUrl,
    connections,
    duration: seconds,
    timeout: 30,
    setupClient: (client: Client) => {
      client.setRequests([...requestsOf(next)]);
      next += 1;
    },
    requests: [...requestsOf(0)],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were no success, ${result.errors} errors`);
  return { throughput: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
