/** The BFF's API over HTTP, for the demonstration and for tests. */
import { randomUUID } from 'node:crypto';

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** An answer that was not the one expected; its message names the call, the status and the code, and no personal data. */
class UnexpectedReply extends Error {}

export class ApiClient {
  readonly #baseUrl: string;
  token: string | null = null;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl.replace(/\/$/, '');
  }

  /** Sends as it is said; never throws for a status. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const raw = body instanceof Uint8Array;
    const answer = await fetch(`${this.#baseUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  /** Sends, and gives the parsed answer of a success; throws {@link UnexpectedReply} for anything else. */
  async call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const { status, text } = await this.send(method, path, body, headers);
    if (status >= 300) throw new UnexpectedReply(`${method} ${path}: ${status} ${codesIn(text)}`);
    // oxlint-disable-next-line typescript/no-unsafe-return -- the caller says the shape; a test notices when it is another
    return JSON.parse(text === '' ? 'null' : text);
  }

  /** A write under a fresh key. */
  async write<T>(method: string, path: string, body: unknown): Promise<T> {
    return this.call(method, path, body, { 'idempotency-key': randomUUID() });
  }

  /** The bytes of a file that a write gives. */
  async bytes(method: string, path: string, body: unknown): Promise<Buffer> {
    const answer = await fetch(`${this.#baseUrl}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new UnexpectedReply(`${method} ${path}: ${answer.status} ${codesIn(await answer.text())}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async pdf(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.#baseUrl}/api/v1${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new UnexpectedReply(`GET ${path}: ${answer.status}, no PDF`);
    return bytes;
  }
}

/** Code of a problem, and of each of its faults. */
function codesIn(text: string): string {
  const codes = [...text.matchAll(/"(?:pointer|code)":"([^"]+)"/g)].map(([, value]) => value);
  return codes.length === 0 ? text.slice(0, 80) : codes.join(' ');
}
