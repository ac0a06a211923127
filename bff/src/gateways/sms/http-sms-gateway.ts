import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { exchange } from '../exchange.js';
import { GatewayUnavailable } from '../gateway-errors.js';
import type { CallbackHeaders, SmsDelivery, SmsGateway, SmsMessage, SmsResult } from './sms-gateway.js';
import { isSmsSignature, smsSignature } from './sms-signature.js';

export interface SmsConfig {
  readonly baseUrl: string;
  readonly appId: string;
  readonly secret: string;
  /** Where delivery reports are posted to; without it none are asked for. */
  readonly callbackUrl?: string;
  readonly timeoutMs?: number;
}

const answerShape = z.object({
  code: z.union([z.string(), z.number()]).transform(String),
  messageId: z.string().default(''),
});

const reportShape = z.object({
  key: z.string().min(1),
  messageId: z.string().min(1),
  status: z.enum(['delivered', 'failed']),
  at: z.iso.datetime(),
});

/** A report is signed for now: an old one is a replay. */
const REPORT_MAX_AGE_SECONDS = 300;

/**
 * POST {baseUrl}/sms/v1/messages `{ key, phone, template, parameters, callbackUrl? }`,
 *   x-sms-signature = HMAC-SHA256 over app, timestamp (seconds), nonce, body, one a line; answer `{ code: 0, messageId }`.
 * Report: POST callbackUrl `{ key, messageId, status, at }`,
 *   x-sms-signature = HMAC-SHA256 over app, timestamp, nonce, key, messageId, status, at: over the fields, so that it
 *   can be checked after any JSON parser.
 */
export class HttpSmsGateway implements SmsGateway {
  readonly #config: SmsConfig;
  readonly #now: () => Date;

  constructor(config: SmsConfig, now: () => Date = () => new Date()) {
    this.#config = config;
    this.#now = now;
  }

  async send({ key, phone, template, parameters }: SmsMessage): Promise<SmsResult> {
    const { baseUrl, appId, secret, callbackUrl, timeoutMs = 5_000 } = this.#config;
    const body = JSON.stringify({
      key,
      phone,
      template,
      parameters,
      ...(callbackUrl === undefined ? {} : { callbackUrl }),
    });
    const timestamp = String(Math.floor(this.#now().getTime() / 1000));
    const nonce = randomBytes(8).toString('hex');
    const raw = await exchange({
      gateway: 'sms',
      method: 'POST',
      url: new URL(`${baseUrl.replace(/\/$/, '')}/sms/v1/messages`),
      headers: {
        'content-type': 'application/json',
        'x-sms-app': appId,
        'x-sms-timestamp': timestamp,
        'x-sms-nonce': nonce,
        'x-sms-signature': smsSignature(secret, [appId, timestamp, nonce, body]),
      },
      body,
      timeoutMs,
    });
    const answer = answerShape.safeParse(raw);
    if (!answer.success) {
      throw new GatewayUnavailable({ gateway: 'sms', delivery: 'unknown', reason: 'unreadable-answer' });
    }
    const { code, messageId } = answer.data;
    return code === '0' ? { accepted: true, messageId } : { accepted: false, code };
  }

  deliveryReport(headers: CallbackHeaders, body: unknown): SmsDelivery | undefined {
    const { appId, secret } = this.#config;
    const report = reportShape.safeParse(body);
    const timestamp = single(headers['x-sms-timestamp']);
    const nonce = single(headers['x-sms-nonce']);
    const signature = single(headers['x-sms-signature']);
    if (!report.success || single(headers['x-sms-app']) !== appId || !/^\d{1,12}$/.test(timestamp)) return undefined;
    if (Math.abs(this.#now().getTime() / 1000 - Number(timestamp)) > REPORT_MAX_AGE_SECONDS) return undefined;
    const { key, messageId, status, at } = report.data;
    return isSmsSignature(signature, secret, [appId, timestamp, nonce, key, messageId, status, at])
      ? report.data
      : undefined;
  }
}

function single(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}
