import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal, Sms } from './journal.ts';
import { answerWith, type Misbehaviour } from './misbehaviour.ts';

const APP = 'yiban-sandbox';
const SECRET = 'sandbox-sms-secret';
const MAX_AGE_SECONDS = 300;
const DELIVERED_AFTER_MS = 200;
const CALLBACK_TIMEOUT_MS = 5_000;

const order = z.object({
  key: z.string().min(1).max(64),
  phone: z.string().regex(/^1[3-9]\d{9}$/),
  template: z.string().min(1),
  parameters: z.record(z.string(), z.string()),
  // The sandbox calls nobody but this machine.
  callbackUrl: z
    .url()
    .refine((url) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname))
    .optional(),
});

/**
 * A text-message provider: one POST, and a signed delivery report. The protocol stands in the BFF's adapter.
 * Wants a scope of its own: it changes how bodies are read.
 */
export function smsRoutes(scope: FastifyInstance, journal: Journal, misbehaviour: Misbehaviour): void {
  const byKey = new Map<string, Sms>();
  for (const event of journal.events) if (event.type === 'sms') byKey.set(event.key, event);

  // The signature is over the body as it was sent: it must not be parsed before.
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body));

  scope.post('/sms/v1/messages', async (request, reply) => {
    const fault = misbehaviour.take('sms');
    return answerWith(fault, reply, async () => {
      const header = (name: string) => z.string().catch('').parse(request.headers[name]);
      const [timestamp, nonce, signature] = [
        header('x-sms-timestamp'),
        header('x-sms-nonce'),
        header('x-sms-signature'),
      ];
      const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= MAX_AGE_SECONDS;
      const body = z.string().catch('').parse(request.body);
      const signed = [APP, timestamp, nonce, body];
      if (header('x-sms-app') !== APP || !fresh || !isSignature(signature, signed) || fault.mode === 'expired-token') {
        return reply.code(401).send({ code: 40100, message: '签名验证失败' });
      }
      if (fault.mode === 'business-error') return { code: 40301, message: '号码在免打扰名单中' };
      const parsed = order.safeParse(JSON.parse(body));
      if (!parsed.success) return { code: 40000, message: '参数不合法' };
      const { callbackUrl, ...message } = parsed.data;
      const first = byKey.get(message.key);
      if (first !== undefined) return { code: 0, messageId: first.messageId };
      const sms: Sms = {
        type: 'sms',
        ...message,
        messageId: randomBytes(12).toString('hex'),
        at: new Date().toISOString(),
      };
      byKey.set(sms.key, sms);
      await journal.append(sms);
      if (callbackUrl !== undefined) {
        const times = fault.mode === 'duplicate' ? 2 : 1;
        setTimeout(
          () => void report(sms, callbackUrl, times, fault.mode === 'wrong-signature'),
          DELIVERED_AFTER_MS,
        ).unref();
      }
      return { code: 0, messageId: sms.messageId };
    });
  });
}

async function report(sms: Sms, callbackUrl: string, times: number, wrongly: boolean): Promise<void> {
  const at = new Date().toISOString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = sign([
    APP,
    timestamp,
    nonce,
    sms.key,
    sms.messageId,
    'delivered',
    at,
    ...(wrongly ? ['wrong'] : []),
  ]);
  for (let time = 0; time < times; time++) {
    try {
      await fetch(callbackUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-sms-app': APP,
          'x-sms-timestamp': timestamp,
          'x-sms-nonce': nonce,
          'x-sms-signature': signature,
        },
        body: JSON.stringify({ key: sms.key, messageId: sms.messageId, status: 'delivered', at }),
        redirect: 'error',
        signal: AbortSignal.timeout(CALLBACK_TIMEOUT_MS),
      });
    } catch {
      // A receiver that is away misses its report, as with a real provider: nothing depends on one.
    }
  }
}

const sign = (parts: readonly string[]): string => createHmac('sha256', SECRET).update(parts.join('\n')).digest('hex');

function isSignature(given: string, parts: readonly string[]): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(sign(parts))];
  return a.length === b.length && timingSafeEqual(a, b);
}
