import { PassThrough, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Server } from '@tus/server';
import type { FastifyRequest } from 'fastify';
import { newId } from '../ids.js';
import { ProblemException, problem } from '../problems/problem.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { currentExchange, inExchange, type TusExchange } from './tus-exchange.js';
import { TusStore } from './tus-store.js';
import { readChecksum } from './upload-checksum.js';
import { largestChunk, largestUpload } from './upload-limits.js';
import { UploadLocks } from './upload-locks.js';
import { UploadsService } from './uploads.service.js';

export type TusMethod = 'POST' | 'HEAD' | 'PATCH' | 'DELETE' | 'OPTIONS';

export interface TusAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** tus 1.0.0 (https://tus.io/protocols/resumable-upload) over @tus/server, with the API's own errors. */
@Injectable()
export class TusService {
  readonly #locks = new UploadLocks();
  readonly #server: Server;

  constructor(
    store: TusStore,
    private readonly uploads: UploadsService,
  ) {
    this.#server = new Server({
      path: '/uploads',
      datastore: store,
      maxSize: largestUpload,
      namingFunction: newId,
      generateUrl: (_request, { id }) => `${currentExchange().base}/${id}`,
      locker: ({ method }) => (method === 'PATCH' ? this.#locks.refusing : this.#locks.waiting),
      // The one that is asked to end keeps what it has: there is nothing to wait for.
      lockDrainTimeout: 1,
      allowedOrigins: [],
      onUploadFinish: async (_request, { id }) => this.#finish(id),
      onResponseError: (_request, error) => {
        currentExchange().failure = error;
        return error instanceof ProblemException ? { status_code: error.status, body: '' } : undefined;
      },
    });
  }

  /** Answers as `method`, which a client without PATCH names in a header. Throws the API's problems. */
  async answer(request: FastifyRequest, method: TusMethod, personId: string, id?: string): Promise<TusAnswer> {
    if (method === 'PATCH') requireChunk(request);
    const exchange: TusExchange = {
      personId,
      base: baseOf(request),
      checksum: checksumOf(request),
      wantsView: request.headers.accept?.includes('application/json') ?? false,
    };
    const response = await inExchange(exchange, async () =>
      this.#server.handleWeb(asWebRequest(request, method, id)),
    ).finally(() => leaveRest(request));
    if (response.status >= 400) throw refusal(exchange.failure, response.status, method);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  }

  async #finish(id: string): Promise<{ status_code?: number; headers?: Record<string, string>; body?: string }> {
    const { personId, wantsView } = currentExchange();
    const view = await this.uploads.finished(personId, id);
    if (!wantsView) return {};
    return {
      status_code: 200,
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(view),
    };
  }
}

const protocolHeaders = ['tus-resumable', 'upload-offset', 'upload-length', 'upload-defer-length', 'upload-metadata'];
const chunkHeaders = ['content-type', 'content-length'];

function asWebRequest(request: FastifyRequest, method: TusMethod, id: string | undefined): Request {
  const headers = new Headers();
  for (const name of method === 'PATCH' ? [...protocolHeaders, ...chunkHeaders] : protocolHeaders) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  // The library looks at the last part of the path only.
  const url = `http://localhost/uploads${id === undefined ? '' : `/${id}`}`;
  if (method !== 'PATCH') return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: Readable.toWeb(whatArrives(request)), duplex: 'half' });
}

/** The body, ending in good order where the client's connection ends: what came until then is kept. */
function whatArrives({ body }: FastifyRequest): Readable {
  if (!(body instanceof Readable)) throw problem('unsupported-media-type');
  const arrived = new PassThrough();
  const end = (): void => {
    arrived.end();
  };
  body.once('error', end).once('close', end);
  return body.pipe(arrived);
}

/** What was not read is let run off, so that the connection can carry the next request. */
function leaveRest({ body }: FastifyRequest): void {
  if (body instanceof Readable) body.unpipe().resume();
}

function requireChunk(request: FastifyRequest): void {
  if (Number(request.headers['content-length'] ?? 0) > largestChunk) throw problem('body-too-large');
}

function checksumOf({ headers }: FastifyRequest): TusExchange['checksum'] {
  const header = headers['upload-checksum'];
  if (header === undefined) return undefined;
  return readChecksum(String(header));
}

function baseOf({ url }: FastifyRequest): string {
  return (url.split('?', 1)[0] ?? '').replace(/\/+$/, '');
}

/** The library's own refusals, by the status that the protocol gives them. */
const codes: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  403: 'malformed-request',
  404: 'upload-not-found',
  409: 'upload-offset-conflict',
  410: 'upload-expired',
  412: 'upload-protocol',
  501: 'malformed-request',
};

function refusal(failure: unknown, status: number, method: TusMethod): ProblemException | Error {
  if (failure instanceof ProblemException) return failure;
  if (status === 413) return problem(method === 'POST' ? 'upload-too-large' : 'body-too-large');
  const code = codes[status];
  if (code !== undefined) return problem(code);
  return failure instanceof Error ? failure : new Error('the tus server failed');
}
