/** Requests that nobody should send: from the schemas of the OpenAPI document, bent; headers, paths and queries too. */

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly maxLength?: number;
  readonly enum?: readonly unknown[];
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface HostileRequest {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

const texts = [
  '',
  ' ',
  '\0',
  'null',
  '张'.repeat(5000),
  'x'.repeat(70_000),
  "' OR 1=1 --",
  '"; DROP TABLE cases; --',
  '${jndi:ldap://127.0.0.1/a}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%ff%fe',
  '\ud800',
  '\u202e\u0000\r\nSet-Cookie: a=b',
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  '9'.repeat(400),
  '-1',
  '1e308',
  '2026-02-30',
  '11010519491231002X',
  '=cmd|"/c calc"!A1',
  '0190a000-0000-7000-8000-000000000000',
  '𠮷'.repeat(100),
];
const numbers = [0, -1, 1, 2 ** 31, 2 ** 53, -(2 ** 53), 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2];
const odd: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[[[]]]],
  { __proto__: { admin: true } },
  ...texts,
  ...numbers,
];

export class HostileRequests {
  readonly #api: OpenApi;
  readonly #ids: readonly string[];
  readonly #random: () => number;

  /** @param ids of things that are there: real requests, bent */
  constructor(api: OpenApi, ids: readonly string[], random: () => number) {
    this.#api = api;
    this.#ids = ids;
    this.#random = random;
  }

  of(path: string, method: string): HostileRequest {
    const operation = this.#api.paths[path]?.[method];
    if (operation === undefined) throw new Error(`no ${method} ${path}`);
    const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    return {
      operation: operation.operationId,
      method: method.toUpperCase(),
      path: this.#path(path) + this.#query(),
      headers: this.#headers(),
      body: ['get', 'head', 'options'].includes(method) ? undefined : this.#body(schema),
    };
  }

  #path(path: string): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = this.#chance(0.5)
        ? name === 'region'
          ? '620000'
          : this.#pick(this.#ids)
        : this.#pick(texts).slice(0, 3000);
      return encodeURIComponent(wellFormed(value)) || 'x';
    });
  }

  #query(): string {
    if (this.#chance(0.6)) return '';
    const names = ['cursor', 'limit', 'q', 'status', 'mine', 'token', 'version', 'from', '__proto__', 'limit[]'];
    const pairs = [this.#pick(names), this.#pick(names)].map(
      (name) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(this.#pick(texts).slice(0, 2000)))}`,
    );
    return `?${pairs.join('&')}`;
  }

  #headers(): Readonly<Record<string, string>> {
    const printable = (): string =>
      this.#pick(texts)
        .replaceAll(/[^\x21-\x7e]/g, '')
        .slice(0, 2000);
    return {
      'content-type': this.#pick([
        'application/json',
        'application/json',
        'application/json',
        'application/json; charset=utf-7',
        'text/plain',
        'application/offset+octet-stream',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
      ]),
      'idempotency-key': this.#chance(0.8) ? `hostile-${Math.floor(this.#random() * 1e12)}` : printable(),
      'tus-resumable': this.#chance(0.8) ? '1.0.0' : printable(),
      'upload-length': this.#chance(0.5) ? '10' : printable(),
      'upload-offset': this.#chance(0.5) ? '0' : printable(),
      'upload-metadata': this.#chance(0.5) ? 'purpose cGhvdG8=' : printable(),
      ...(this.#chance(0.1)
        ? { 'x-http-method-override': this.#pick(['PATCH', 'DELETE', 'HEAD', 'TRACE', printable()]) }
        : {}),
      ...(this.#chance(0.1) ? { 'if-none-match': printable(), 'upload-checksum': printable(), range: 'bytes=0-' } : {}),
    };
  }

  #body(schema: Schema | undefined): Buffer {
    if (this.#chance(0.05)) return Buffer.from(Array.from({ length: 200 }, () => Math.floor(this.#random() * 256)));
    const text = JSON.stringify(schema === undefined || this.#chance(0.1) ? this.#pick(odd) : this.#value(schema, 0));
    // Cut off, or with a byte changed.
    if (this.#chance(0.05)) return Buffer.from(text.slice(0, Math.floor(this.#random() * text.length)));
    if (this.#chance(0.05)) {
      const bytes = Buffer.from(text);
      bytes[Math.floor(this.#random() * bytes.length)] = Math.floor(this.#random() * 256);
      return bytes;
    }
    return Buffer.from(text);
  }

  #value(schema: Schema, depth: number): unknown {
    if (this.#chance(0.12)) return this.#pick(odd);
    if (schema.$ref !== undefined) {
      const named = this.#api.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
      return named === undefined || depth > 6 ? {} : this.#value(named, depth + 1);
    }
    if (schema.enum !== undefined) return this.#pick(schema.enum);
    if (schema.type === 'array')
      return Array.from({ length: Math.floor(this.#random() * 4) }, () => this.#value(schema.items ?? {}, depth + 1));
    if (schema.type === 'number' || schema.type === 'integer') return this.#chance(0.5) ? 1 : this.#pick(numbers);
    if (schema.type === 'boolean') return this.#chance(0.5);
    if (schema.type === 'object' || schema.properties !== undefined) {
      const fields = Object.entries(schema.properties ?? {}).filter(() => this.#chance(0.9));
      const extra = this.#chance(0.1) ? [[this.#pick(texts).slice(0, 50), this.#pick(odd)] as const] : [];
      return Object.fromEntries([
        ...fields.map(([name, one]) => [name, this.#value(one, depth + 1)] as const),
        ...extra,
      ]);
    }
    return this.#chance(0.4) ? this.#pick(this.#ids) : this.#pick(texts);
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.#random() * list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }
}

/** Half a surrogate pair cannot stand in an address. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
