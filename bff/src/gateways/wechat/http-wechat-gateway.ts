import { z } from 'zod';
import { exchange } from '../exchange.js';
import { GatewayRefused, GatewayUnavailable, type Delivery } from '../gateway-errors.js';
import { AccessToken, type IssuedToken } from './access-token.js';
import { templateFields } from './template-fields.js';
import type {
  CheckedText,
  SubscribedMessage,
  SubscribedMessageResult,
  WechatCodeRejected,
  WechatGateway,
  WechatLogin,
} from './wechat-gateway.js';

export interface WechatConfig {
  /** `https://api.weixin.qq.com` */
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  /** Which build of the mini-program a message opens. */
  readonly state?: 'developer' | 'trial' | 'formal';
  readonly timeoutMs?: number;
}

/** Success may lack `errcode`. */
const head = z.looseObject({ errcode: z.number().default(0) });

const sessionShape = z.object({ openid: z.string().min(1), unionid: z.string().min(1).optional() });
const tokenShape = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const phoneShape = z.object({ phone_info: z.object({ purePhoneNumber: z.string().min(1) }) });
const sentShape = z.object({ msgid: z.union([z.string(), z.number()]).optional() });
const checkShape = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) });

const BUSY = -1;
const TOKEN_REFUSED = new Set([40001, 40014, 42001]);
const CODE_REJECTED: Readonly<Record<number, WechatCodeRejected['reason']>> = {
  40029: 'invalid',
  40163: 'used',
  40226: 'blocked',
  45011: 'too-often',
};
const NOT_SENT: Readonly<Record<number, Extract<SubscribedMessageResult, { sent: false }>['reason']>> = {
  43101: 'no-consent',
  47003: 'bad-field',
  40003: 'bad-receiver',
  40037: 'bad-template',
  41030: 'bad-page',
};
const SCENES = { profile: 1, comment: 2, forum: 3, 'social-log': 4 } as const;

export class HttpWechatGateway implements WechatGateway {
  readonly #config: WechatConfig;
  readonly #token: AccessToken;

  constructor(config: WechatConfig) {
    this.#config = config;
    this.#token = new AccessToken((force) => this.#requestToken(force));
  }

  async login(code: string): Promise<WechatLogin | WechatCodeRejected> {
    const { appId, appSecret } = this.#config;
    const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' };
    const answer = await this.#send('GET', '/sns/jscode2session', query);
    const reason = CODE_REJECTED[answer.errcode];
    if (reason !== undefined) return { ok: false, reason };
    // session_key is left behind here.
    const { openid, unionid } = read(sessionShape, answer);
    return { ok: true, openid, ...(unionid === undefined ? {} : { unionid }) };
  }

  async phoneNumber(code: string) {
    const answer = await this.#call('/wxa/business/getuserphonenumber', { code });
    const reason = CODE_REJECTED[answer.errcode];
    if (reason !== undefined) return { ok: false, reason } as const;
    return { ok: true, phone: read(phoneShape, answer).phone_info.purePhoneNumber } as const;
  }

  async sendSubscribed({ openid, templateId, page, data }: SubscribedMessage): Promise<SubscribedMessageResult> {
    const fields = templateFields(data);
    if (fields === undefined) return { sent: false, reason: 'bad-field' };
    const answer = await this.#call('/cgi-bin/message/subscribe/send', {
      touser: openid,
      template_id: templateId,
      ...(page === undefined ? {} : { page }),
      miniprogram_state: this.#config.state ?? 'formal',
      lang: 'zh_CN',
      data: fields,
    });
    const reason = NOT_SENT[answer.errcode];
    if (reason !== undefined) return { sent: false, reason };
    const { msgid } = read(sentShape, answer);
    return { sent: true, messageId: msgid === undefined ? null : String(msgid) };
  }

  async checkText({ openid, text, scene }: CheckedText) {
    const body = { version: 2, scene: SCENES[scene], openid, content: text };
    // errcode stays 0 for a risky text: result.suggest is what counts.
    return read(checkShape, await this.#call('/wxa/msg_sec_check', body)).result.suggest;
  }

  /** With the access token; once more with a new one when WeChat says that it is not valid (it did nothing then). */
  async #call(path: string, body: unknown): Promise<Answer> {
    const token = await this.#token.get();
    const answer = await this.#send('POST', path, { access_token: token }, body);
    if (!TOKEN_REFUSED.has(answer.errcode)) return answer;
    const again = await this.#send('POST', path, { access_token: await this.#token.get(token) }, body);
    if (TOKEN_REFUSED.has(again.errcode)) throw unavailable('token', 'not-sent', again.errcode);
    return again;
  }

  async #requestToken(force: boolean): Promise<IssuedToken> {
    const { appId, appSecret } = this.#config;
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force };
    try {
      const { access_token: token, expires_in: expiresInSeconds } = read(
        tokenShape,
        await this.#send('POST', '/cgi-bin/stable_token', {}, body),
      );
      return { token, expiresInSeconds };
    } catch (error) {
      // Whatever happened to the token, the call it was for has not been sent.
      if (error instanceof GatewayUnavailable) throw unavailable('token', 'not-sent');
      throw error;
    }
  }

  async #send(method: 'GET' | 'POST', path: string, query: Record<string, string>, body?: unknown): Promise<Answer> {
    const { baseUrl, timeoutMs = 5_000 } = this.#config;
    const url = new URL(baseUrl.replace(/\/$/, '') + path);
    url.search = new URLSearchParams(query).toString();
    const raw = await exchange({
      gateway: 'wechat',
      method,
      url,
      timeoutMs,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const answer = head.safeParse(raw);
    if (!answer.success) throw unavailable('unreadable-answer', 'unknown');
    if (answer.data.errcode === BUSY) throw unavailable('busy', 'not-sent', BUSY);
    return answer.data;
  }
}

type Answer = z.infer<typeof head>;

/** The fields of a success. Any other errcode is a refusal that no caller can do anything about. */
function read<T extends z.ZodType>(shape: T, answer: Answer): z.output<T> {
  if (answer.errcode !== 0) {
    // errmsg repeats openids and request ids: the code says enough.
    throw new GatewayRefused({ gateway: 'wechat', code: String(answer.errcode), message: 'WeChat refused the call' });
  }
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw unavailable('unreadable-answer', 'unknown');
  return parsed.data;
}

function unavailable(
  reason: 'busy' | 'token' | 'unreadable-answer',
  delivery: Delivery,
  errcode?: number,
): GatewayUnavailable {
  return new GatewayUnavailable({
    gateway: 'wechat',
    delivery,
    reason,
    ...(errcode === undefined ? {} : { detail: String(errcode) }),
  });
}
