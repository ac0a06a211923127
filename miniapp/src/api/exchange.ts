import Taro from '@tarojs/taro';
import type { Problem } from '@yiban/shared-types/problems';
import { apiBase } from './api-base';
import { ApiProblem, NoAnswer } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

export interface Exchange {
  readonly method: Method;
  /** Below /api/v1, beginning with a slash. */
  readonly path: string;
  readonly body?: object | ArrayBuffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly responseType?: 'text' | 'arraybuffer';
  readonly timeoutMs?: number;
}

/** What an answer can hold: any JSON, or bytes. */
export type Json = string | ArrayBuffer | TaroGeneral.IAnyObject;

export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Readonly<Record<string, string>>;
}

/** The one place that calls the network. Throws ApiProblem for a no, NoAnswer when nothing came back. */
export async function exchange<T extends Json>({
  method,
  path,
  body,
  headers = {},
  token,
  responseType = 'text',
  timeoutMs = 30_000,
}: Exchange): Promise<Answer<T>> {
  // wx.request knows neither PATCH nor a HEAD that tells headers: the BFF takes them as an overridden POST.
  const overridden = method === 'PATCH' || method === 'HEAD';
  let answer: Taro.request.SuccessCallbackResult<T>;
  try {
    answer = await Taro.request<T>({
      url: apiBase + path,
      method: overridden ? 'POST' : method,
      ...(body === undefined ? {} : { data: body }),
      header: {
        ...(body === undefined || body instanceof ArrayBuffer ? {} : { 'content-type': 'application/json' }),
        ...(overridden ? { 'x-http-method-override': method } : {}),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      responseType,
      dataType: responseType === 'arraybuffer' ? '其他' : 'json',
      timeout: timeoutMs,
    });
  } catch {
    throw new NoAnswer();
  }
  if (answer.statusCode >= 400) throw refusal(answer.data);
  if (answer.statusCode < 100) throw new NoAnswer();
  const lower = Object.fromEntries(
    Object.entries(answer.header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return { status: answer.statusCode, data: answer.data, headers: lower };
}

function refusal(data: unknown): ApiProblem | NoAnswer {
  const body = data instanceof ArrayBuffer ? textOf(data) : data;
  const parsed = typeof body === 'string' ? parse(body) : body;
  return isProblem(parsed) ? new ApiProblem(parsed) : new NoAnswer();
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'detail' in value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** UTF-8, where WeChat has no TextDecoder. */
function textOf(bytes: ArrayBuffer): string {
  const escaped = Array.from(new Uint8Array(bytes), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return '';
  }
}
