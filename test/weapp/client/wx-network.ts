/** wx.request, downloadFile and uploadFile over real HTTP, with the client's own limits and habits. */
import type { HostAnswer, HostRequest } from '../host-requests.ts';
import { fromBase64, toBase64, utf8 } from './bytes.ts';
import { WxFailure, wxCall } from './wx-call.ts';
import type { WxOptions } from './wx-call.ts';
import type { PhoneFiles } from './wx-files.ts';

declare global {
  /** Set up by open-weapp.ts. */
  function hostRequest(request: HostRequest): Promise<HostAnswer>;
}

/** No PATCH: the documentation's list, and the client refuses anything else before sending. */
const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']);
const DEFAULT_TIMEOUT_MS = 60_000;

interface RequestOptions {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  dataType?: string;
  responseType?: 'text' | 'arraybuffer';
  timeout?: number;
}

export class Network {
  online = true;
  readonly sent: { method: string; url: string; statusCode: number }[] = [];
  private readonly files: PhoneFiles;
  private readonly listeners = new Set<(status: { isConnected: boolean; networkType: string }) => void>();

  constructor(files: PhoneFiles) {
    this.files = files;
  }

  setOnline(online: boolean): void {
    this.online = online;
    this.listeners.forEach((tell) => tell({ isConnected: online, networkType: this.type() }));
  }

  api() {
    return {
      request: (options: RequestOptions & WxOptions) => this.task('request', options, () => this.request(options)),
      downloadFile: (options: RequestOptions & WxOptions) =>
        this.task('downloadFile', options, () => this.download(options)),
      uploadFile: (options: UploadOptions & WxOptions) => this.task('uploadFile', options, () => this.upload(options)),
      getNetworkType: wxCall('getNetworkType', () => ({ networkType: this.type() })),
      onNetworkStatusChange: (tell: (status: { isConnected: boolean; networkType: string }) => void) => {
        this.listeners.add(tell);
      },
      offNetworkStatusChange: (tell: (status: { isConnected: boolean; networkType: string }) => void) => {
        this.listeners.delete(tell);
      },
    };
  }

  private type(): string {
    return this.online ? 'wifi' : 'none';
  }

  /** These three answer with a task that can be aborted, never with a promise. */
  private task(name: string, options: WxOptions, run: () => Promise<object>) {
    let abort: (reason: WxFailure) => void = () => {};
    const aborted = new Promise<never>((_resolve, reject) => {
      abort = reject;
    });
    aborted.catch(() => {});
    void wxCall(name, () => Promise.race([run(), aborted]))({ ...options, complete: options.complete ?? (() => {}) });
    return {
      abort: () => abort(new WxFailure('fail abort')),
      onProgressUpdate: () => {},
      onHeadersReceived: () => {},
      offHeadersReceived: () => {},
    };
  }

  private async request(options: RequestOptions): Promise<object> {
    const { dataType = 'json', responseType = 'text' } = options;
    const answer = await this.send(prepared(options));
    const data = responseType === 'arraybuffer' ? answer.bytes : textOrJson(answer.bytes, dataType);
    return { data, statusCode: answer.statusCode, header: answer.header, cookies: [] };
  }

  private async download(options: RequestOptions): Promise<object> {
    const answer = await this.send(prepared({ ...options, method: 'GET' }));
    const extension = answer.header['content-type']?.includes('pdf') === true ? 'pdf' : 'bin';
    return { statusCode: answer.statusCode, tempFilePath: this.files.addTemporary(answer.bytes, extension) };
  }

  /** Succeeds whatever the status is, as the real one does. */
  private async upload({ url, filePath, name, formData = {}, header = {} }: UploadOptions): Promise<object> {
    const form = new FormData();
    for (const [key, value] of Object.entries(formData)) form.append(key, String(value));
    form.append(name, new Blob([this.files.get(filePath)]), filePath.split('/').at(-1) ?? 'file');
    const encoded = new Response(form);
    const answer = await this.send({
      url,
      method: 'POST',
      header: { ...header, 'content-type': encoded.headers.get('content-type') ?? 'multipart/form-data' },
      body: toBase64(await encoded.arrayBuffer()),
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
    return { statusCode: answer.statusCode, data: new TextDecoder().decode(answer.bytes) };
  }

  private async send(request: HostRequest) {
    if (!METHODS.has(request.method)) throw new WxFailure(`fail method not allowed: ${request.method}`);
    if (!/^https?:\/\//.test(request.url)) throw new WxFailure(`fail invalid url "${request.url}"`);
    if (!this.online) throw new WxFailure('fail net::ERR_INTERNET_DISCONNECTED');
    const answer = await hostRequest(request);
    if (!answer.ok) throw new WxFailure(`fail ${answer.reason}`);
    this.sent.push({ method: request.method, url: request.url, statusCode: answer.statusCode });
    return { ...answer, bytes: fromBase64(answer.body) };
  }
}

interface UploadOptions {
  url: string;
  filePath: string;
  name: string;
  formData?: Record<string, unknown>;
  header?: Record<string, string>;
}

function prepared({
  url,
  method = 'GET',
  data,
  header = {},
  timeout = DEFAULT_TIMEOUT_MS,
}: RequestOptions): HostRequest {
  const upper = method.toUpperCase();
  const headers = Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]));
  headers['content-type'] ??= 'application/json';
  if (data === undefined || data === null || data === '') {
    return { url, method: upper, header: headers, body: null, timeoutMs: timeout };
  }
  if ((upper === 'GET' || upper === 'HEAD') && isPlainObject(data)) {
    return { url: withQuery(url, data), method: upper, header: headers, body: null, timeoutMs: timeout };
  }
  return {
    url,
    method: upper,
    header: headers,
    body: toBase64(bodyOf(data, headers['content-type'])),
    timeoutMs: timeout,
  };
}

function bodyOf(data: unknown, contentType: string): ArrayBuffer {
  if (data instanceof ArrayBuffer) return data;
  if (typeof data === 'string') return utf8(data);
  if (contentType.includes('application/x-www-form-urlencoded') && isPlainObject(data)) {
    return utf8(new URLSearchParams(Object.entries(data).map(([key, value]) => [key, String(value)])).toString());
  }
  return utf8(JSON.stringify(data));
}

function withQuery(url: string, data: Record<string, unknown>): string {
  const query = new URLSearchParams(Object.entries(data).map(([key, value]) => [key, String(value)])).toString();
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** With `dataType: 'json'` an answer that is no JSON stays text, without a failure. */
function textOrJson(bytes: ArrayBuffer, dataType: string): unknown {
  const text = new TextDecoder().decode(bytes);
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof ArrayBuffer);
}
