/** What WeChat's native side does for `wx` over the network, done by Node: no CORS, real HTTP. */

export interface HostRequest {
  url: string;
  method: string;
  header: Record<string, string>;
  /** Base64, or null for none. */
  body: string | null;
  timeoutMs: number;
}

export type HostAnswer =
  { ok: true; statusCode: number; header: Record<string, string>; body: string } | { ok: false; reason: string };

export async function answerRequest(request: HostRequest): Promise<HostAnswer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.header,
      ...(request.body === null ? {} : { body: Buffer.from(request.body, 'base64') }),
      signal: AbortSignal.timeout(request.timeoutMs),
      redirect: 'follow',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const header = Object.fromEntries(response.headers);
    return { ok: true, statusCode: response.status, header, body: bytes.toString('base64') };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout';
  if (error instanceof Error && error.cause instanceof Error) return error.cause.message;
  return String(error);
}
