import { randomBytes, createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal } from './journal.ts';
import { answerWith, type Mode, type Misbehaviour } from './misbehaviour.ts';
import { WechatTokens } from './wechat-tokens.ts';

const APP_ID = 'wx00000000sandbox0';
const APP_SECRET = 'sandbox-wechat-secret';
const CODE_LIFE_MS = 5 * 60_000;
const PIPE_FAULTS: readonly Mode[] = ['latency', 'error-5xx', 'reset-after-commit', 'outage'];

const sessionQuery = z.object({
  appid: z.literal(APP_ID),
  secret: z.literal(APP_SECRET),
  js_code: z.string().min(1),
  grant_type: z.literal('authorization_code'),
});
const tokenBody = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.literal(APP_ID),
  secret: z.literal(APP_SECRET),
  force_refresh: z.boolean().default(false),
});
const withToken = z.object({ access_token: z.string().default('') });
const message = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().default(''),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).optional(),
  lang: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.string() })),
});
const openidShape = z.string().regex(/^[\w-]{1,64}$/);

/** One accept, one message, as with the real one. */
class Consents {
  readonly #left = new Map<string, number>();

  accept(openid: string, templateId: string): number {
    const key = `${openid} ${templateId}`;
    const left = (this.#left.get(key) ?? 0) + 1;
    this.#left.set(key, left);
    return left;
  }

  use(openid: string, templateId: string): boolean {
    const key = `${openid} ${templateId}`;
    const left = this.#left.get(key) ?? 0;
    if (left > 0) this.#left.set(key, left - 1);
    return left > 0;
  }
}

interface Code {
  readonly value: string;
  readonly until: number;
  used: boolean;
}

/** WeChat's server interfaces, and on the human side the codes that a phone would get from `wx.login`. */
export function wechatRoutes(app: FastifyInstance, journal: Journal, misbehaviour: Misbehaviour): void {
  const tokens = new WechatTokens();
  const loginCodes = new Map<string, Code>();
  const phoneCodes = new Map<string, Code>();
  const consents = new Consents();

  app.post('/wechat/code', (request) => {
    const { openid } = z.object({ openid: openidShape.optional() }).parse(request.body ?? {});
    const value = openid ?? `o${randomBytes(20).toString('base64url')}`;
    return { code: issue(loginCodes, value), openid: value };
  });
  app.post('/wechat/phone-code', (request) => {
    const { phone } = z.object({ phone: z.string().regex(/^1[3-9]\d{9}$/) }).parse(request.body);
    return { code: issue(phoneCodes, phone) };
  });

  // What the phone tells WeChat when the person accepts a message in its dialog.
  app.post('/wechat/accept', (request) => {
    const { openid, templateId } = z.object({ openid: openidShape, templateId: z.string().min(1) }).parse(request.body);
    return { left: consents.accept(openid, templateId) };
  });

  app.get('/sns/jscode2session', async (request, reply) => {
    const fault = misbehaviour.take('wechat', [...PIPE_FAULTS, 'duplicate', 'wrong-signature', 'business-error']);
    return answerWith(fault, reply, () => {
      const query = sessionQuery.safeParse(request.query);
      if (!query.success || fault.mode === 'wrong-signature') return { errcode: 40125, errmsg: 'invalid appsecret' };
      if (fault.mode === 'business-error') return { errcode: 40226, errmsg: 'code blocked' };
      const openid = redeem(loginCodes, query.data.js_code);
      if (typeof openid !== 'string') return openid;
      // As the real one: no errcode on success.
      return { openid, session_key: randomBytes(16).toString('base64'), unionid: unionidOf(openid) };
    });
  });

  app.post('/cgi-bin/stable_token', async (request, reply) =>
    answerWith(misbehaviour.take('wechat', ['outage']), reply, () => {
      const body = tokenBody.safeParse(request.body);
      return body.success
        ? tokens.issue(body.data.force_refresh, Date.now())
        : { errcode: 40125, errmsg: 'invalid appsecret' };
    }),
  );

  /** A call with an access token; the work gives the answer and may be asked twice. */
  function withAccess(path: string, businessError: number, work: (body: unknown) => unknown): void {
    app.post(path, async (request, reply) => {
      const fault = misbehaviour.take('wechat');
      return answerWith(fault, reply, () => {
        if (fault.mode === 'expired-token') tokens.expire();
        const { access_token: token } = withToken.parse(request.query);
        if (fault.mode === 'wrong-signature') return { errcode: 40001, errmsg: 'invalid credential' };
        if (!tokens.holds(token, Date.now())) return { errcode: 42001, errmsg: 'access_token expired' };
        if (fault.mode === 'business-error') return { errcode: businessError, errmsg: 'refused by the sandbox' };
        return work(request.body);
      });
    });
  }

  withAccess('/wxa/business/getuserphonenumber', 40029, (body) => {
    const parsed = z.object({ code: z.string() }).safeParse(body);
    const phone = redeem(phoneCodes, parsed.success ? parsed.data.code : '');
    if (typeof phone !== 'string') return phone;
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: phone,
        purePhoneNumber: phone,
        countryCode: '86',
        watermark: { timestamp: Date.now(), appid: APP_ID },
      },
    };
  });

  withAccess('/wxa/msg_sec_check', 87014, (body) => {
    const parsed = z
      .object({
        version: z.literal(2),
        scene: z.number().int().min(1).max(4),
        openid: openidShape,
        content: z.string().max(2500),
      })
      .safeParse(body);
    if (!parsed.success) return { errcode: 40129, errmsg: 'invalid argument' };
    const suggest = /代开发票|刷单/.test(parsed.data.content) ? 'risky' : 'pass';
    return {
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label: suggest === 'pass' ? 100 : 20006 },
      trace_id: randomBytes(8).toString('hex'),
    };
  });

  withAccess('/cgi-bin/message/subscribe/send', 43101, async (body) => {
    const parsed = message.safeParse(body);
    if (!parsed.success) return { errcode: 47003, errmsg: 'argument invalid' };
    const { touser, template_id: templateId, page, data } = parsed.data;
    if (!openidShape.safeParse(touser).success) return { errcode: 40003, errmsg: 'invalid openid' };
    if (templateId === '') return { errcode: 40037, errmsg: 'invalid template_id' };
    if (page.includes('://')) return { errcode: 41030, errmsg: 'invalid page' };
    if (!Object.entries(data).every(([name, { value }]) => fits(name, value))) {
      return { errcode: 47003, errmsg: 'argument invalid! data' };
    }
    if (!consents.use(touser, templateId)) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    const values = Object.fromEntries(Object.entries(data).map(([name, { value }]) => [name, value]));
    const messageId = String(Date.now()) + String(journal.events.length);
    await journal.append({
      type: 'wechat-message',
      messageId,
      openid: touser,
      templateId,
      page,
      data: values,
      at: new Date().toISOString(),
    });
    return { errcode: 0, errmsg: 'ok', msgid: messageId };
  });
}

function issue(codes: Map<string, Code>, value: string): string {
  for (const [old, { until }] of codes) {
    if (until > Date.now()) break;
    codes.delete(old);
  }
  const code = randomBytes(24).toString('base64url');
  codes.set(code, { value, until: Date.now() + CODE_LIFE_MS, used: false });
  return code;
}

/** What the code stands for, once. */
function redeem(codes: Map<string, Code>, code: string): string | { errcode: number; errmsg: string } {
  const known = codes.get(code);
  if (known === undefined || known.until < Date.now()) return { errcode: 40029, errmsg: 'invalid code' };
  if (known.used) return { errcode: 40163, errmsg: 'code been used' };
  known.used = true;
  return known.value;
}

const unionidOf = (openid: string): string =>
  `u${createHash('sha256').update(openid).digest('base64url').slice(0, 27)}`;

/** Longest text of each kind of field (订阅消息参数值内容限制说明). */
function fits(name: string, value: string): boolean {
  const kind = /^([a-z_]+?)_?\d+$/.exec(name)?.[1];
  const limits: Record<string, number> = { thing: 20, character_string: 32, phrase: 5, name: 10 };
  return kind !== undefined && value !== '' && [...value].length <= (limits[kind] ?? 100);
}
