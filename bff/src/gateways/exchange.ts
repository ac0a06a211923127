import { GatewayUnavailable, type Delivery, type GatewayName } from './gateway-errors.js';

export interface ExchangeRequest {
  readonly gateway: GatewayName;
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

/**
 * One HTTP request to an outside system, and its JSON answer.
 * Everything that is not a 2xx with readable JSON is a GatewayUnavailable that says whether it may have had its effect.
 * Redirects are not followed: an outside system's address is configuration, never an answer.
 */
export async function exchange(request: ExchangeRequest): Promise<unknown> {
  const { gateway } = request;
  let response: Response;
  let text: string;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers: { accept: 'application/json', ...request.headers },
      redirect: 'error',
      signal: AbortSignal.timeout(request.timeoutMs),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    text = await readLimited(response);
  } catch (error) {
    throw unavailable(gateway, error);
  }
  if (!response.ok) {
    const delivery = deliveryOfStatus(response.status);
    throw new GatewayUnavailable({ gateway, delivery, reason: 'http-status', detail: String(response.status) });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new GatewayUnavailable({ gateway, delivery: 'unknown', reason: 'unreadable-answer' });
  }
}

/** An answer is at most a few rows of text; one that never ends must not fill our memory. */
const ANSWER_LIMIT_BYTES = 4 * 1024 * 1024;

async function readLimited(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > ANSWER_LIMIT_BYTES) throw new AnswerTooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length).toString('utf8');
}

class AnswerTooLong extends Error {}

/** 4xx: turned away before the deed, except 408, which a proxy sends when the system behind it was slow. */
function deliveryOfStatus(status: number): Delivery {
  return status >= 400 && status < 500 && status !== 408 ? 'not-sent' : 'unknown';
}

/** Errors that come up before the first byte of a request leaves us. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function unavailable(gateway: GatewayName, error: unknown): GatewayUnavailable {
  if (error instanceof AnswerTooLong) {
    return new GatewayUnavailable({ gateway, delivery: 'unknown', reason: 'unreadable-answer', detail: 'too long' });
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new GatewayUnavailable({ gateway, delivery: 'unknown', reason: 'timeout' });
  }
  const code = causeCode(error);
  const delivery = code !== undefined && BEFORE_SENDING.has(code) ? 'not-sent' : 'unknown';
  return new GatewayUnavailable({
    gateway,
    delivery,
    reason: 'connection',
    ...(code === undefined ? {} : { detail: code }),
  });
}

/** fetch hides the socket's error one level down. */
function causeCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { cause } = error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
