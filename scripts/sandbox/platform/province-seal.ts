import { createCipheriv, createDecipheriv } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { z } from 'zod';

/**
 * The platform's side of the signed envelope, written apart from the BFF's so that each checks the other.
 * The keys are for the sandbox alone.
 */
const APP_ID = '43AF047BBA47FC8A1AE8EFB200000000';
const SECRET = 'TESTSECRETTESTSECRETTESTSECRET00';
const OWN_PRIVATE_KEY = '921ec626ed02f42cf5afdd51a07b4e75a1d6273c8514dc5b545c61f8eef1826c';
const CALLER_PUBLIC_KEY =
  '04241d5a17c24b943da8d26d8feadfe20e985933c0e66cf929415c6a7220ef91e52f913fd1ef352881ca76c07beb420e3d9a99bc08397f972e3867c08a5ac6df6f';
const MAX_AGE_MS = 5 * 60_000;

const sealed = z.strictObject({
  appId: z.literal(APP_ID),
  encType: z.literal('SM4'),
  signType: z.literal('SM2'),
  version: z.literal('2.0.1'),
  timestamp: z.string().regex(/^\d{13}$/),
  encData: z.string().regex(/^([0-9A-F]{32})+$/),
  signData: z.string(),
});

export function isSealed(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'encType' in body;
}

/** The message inside, or undefined when it isn't signed by the caller we know. */
export function unseal(body: unknown, now: Date): unknown {
  const parsed = sealed.safeParse(body);
  if (!parsed.success || Math.abs(now.getTime() - Number(parsed.data.timestamp)) > MAX_AGE_MS) return undefined;
  const { encData, signData, ...head } = parsed.data;
  try {
    const decipher = createDecipheriv('sm4-ecb', dataKey(), null);
    const data: unknown = JSON.parse(decipher.update(encData, 'hex', 'utf8') + decipher.final('utf8'));
    const signature = Buffer.from(signData, 'base64').toString('hex');
    const holds = sm2.doVerifySignature(signedText({ ...head, data }), signature, CALLER_PUBLIC_KEY, { hash: true });
    return holds ? data : undefined;
  } catch {
    return undefined;
  }
}

export function seal(data: unknown, now: Date, wrongly: boolean): Record<string, unknown> {
  const head = { appId: APP_ID, encType: 'SM4', signType: 'SM2', version: '2.0.1', timestamp: String(now.getTime()) };
  const text = signedText({ ...head, data }) + (wrongly ? ' ' : '');
  const signature = sm2.doSignature(text, OWN_PRIVATE_KEY, { hash: true });
  const cipher = createCipheriv('sm4-ecb', dataKey(), null);
  const encData = (cipher.update(inOrder(data), 'utf8', 'hex') + cipher.final('hex')).toUpperCase();
  return { ...head, encData, signData: Buffer.from(signature, 'hex').toString('base64') };
}

let key: Buffer | undefined;
function dataKey(): Buffer {
  if (key === undefined) {
    const cipher = createCipheriv('sm4-ecb', Buffer.from(APP_ID.slice(0, 16)), null);
    key = Buffer.from((cipher.update(SECRET, 'utf8', 'hex') + cipher.final('hex')).toUpperCase().slice(0, 16));
  }
  return key;
}

function signedText(fields: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(fields).toSorted();
  const pairs = names.map((name) => {
    const value = fields[name];
    return `${name}=${typeof value === 'string' ? value : inOrder(value)}`;
  });
  return [...pairs, `key=${SECRET}`].join('&');
}

/** Compact JSON, keys in ASCII order at every level. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${inOrder(inner)}`);
  return `{${pairs.join(',')}}`;
}
