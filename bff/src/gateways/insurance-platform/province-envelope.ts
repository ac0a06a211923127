import { createCipheriv, createDecipheriv } from 'node:crypto';
// Node's own SM2 answers with something else, without an error: never crypto.sign here.
import { sm2 } from 'sm-crypto-v2';
import { z } from 'zod';
import { GatewayUnavailable } from '../gateway-errors.js';
import { canonicalJson } from './canonical-json.js';
import type { Envelope, SealedMessage } from './envelope.js';

/** Keys are hex; the public key is uncompressed (04…). */
export interface ProvinceAccount {
  readonly appId: string;
  readonly secret: string;
  readonly privateKey: string;
  readonly platformPublicKey: string;
}

const sealedAnswer = z.looseObject({
  appId: z.string(),
  encType: z.literal('SM4'),
  signType: z.literal('SM2'),
  version: z.string(),
  timestamp: z.union([z.string(), z.number()]),
  encData: z.string(),
  signData: z.string(),
});

/** The signed and encrypted envelope of some provinces (移动支付 style), around the national message. */
export class ProvinceEnvelope implements Envelope {
  readonly #account: ProvinceAccount;
  readonly #key: Buffer;

  constructor(account: ProvinceAccount) {
    this.#account = account;
    this.#key = dataKey(account.appId, account.secret);
  }

  seal(message: Readonly<Record<string, unknown>>, at: Date): SealedMessage {
    const { appId, secret, privateKey } = this.#account;
    const head = { appId, encType: 'SM4', signType: 'SM2', version: '2.0.1', timestamp: String(at.getTime()) };
    const signData = sign(signedText({ ...head, data: message }, secret), privateKey);
    const body = { ...head, encData: encryptData(canonicalJson(message), this.#key), signData };
    return { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
  }

  open(answer: unknown): unknown {
    const parsed = sealedAnswer.safeParse(answer);
    if (!parsed.success) throw notAuthentic('unreadable-answer');
    const { encData, signData, ...head } = parsed.data;
    let data: unknown;
    try {
      data = JSON.parse(decryptData(encData, this.#key));
    } catch {
      throw notAuthentic('unreadable-answer');
    }
    if (!isSigned(signedText({ ...head, data }, this.#account.secret), signData, this.#account.platformPublicKey)) {
      throw notAuthentic('answer-not-authentic');
    }
    return data;
  }
}

function notAuthentic(reason: 'unreadable-answer' | 'answer-not-authentic'): GatewayUnavailable {
  return new GatewayUnavailable({ gateway: 'insurance-platform', delivery: 'unknown', reason });
}

/** First 16 characters of upper-case hex SM4-ECB(secret) under the first 16 characters of the appId. */
export function dataKey(appId: string, secret: string): Buffer {
  return Buffer.from(encryptData(secret, Buffer.from(appId.slice(0, 16))).slice(0, 16));
}

export function encryptData(text: string, key: Buffer): string {
  const cipher = createCipheriv('sm4-ecb', key, null);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    .toString('hex')
    .toUpperCase();
}

export function decryptData(hex: string, key: Buffer): string {
  const decipher = createDecipheriv('sm4-ecb', key, null);
  return Buffer.concat([decipher.update(Buffer.from(hex, 'hex')), decipher.final()]).toString('utf8');
}

const UNSIGNED = new Set(['signData', 'encData', 'extra']);

/** `k=v` of every filled key in ASCII order, joined by `&`, then the secret. */
export function signedText(fields: Readonly<Record<string, unknown>>, secret: string): string {
  const pairs = Object.keys(fields)
    .filter((key) => !UNSIGNED.has(key) && fields[key] !== undefined && fields[key] !== null && fields[key] !== '')
    .toSorted()
    .map((key) => {
      const value = fields[key];
      return `${key}=${typeof value === 'string' ? value : canonicalJson(value)}`;
    });
  return `${pairs.join('&')}&key=${secret}`;
}

/** SM3withSM2 with sm-crypto's default user id 1234567812345678; r‖s in Base64. */
export function sign(text: string, privateKey: string): string {
  const signature = sm2.doSignature(text, privateKey, { hash: true, der: false });
  return Buffer.from(signature, 'hex').toString('base64');
}

export function isSigned(text: string, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.length !== 64) return false;
  try {
    return sm2.doVerifySignature(text, bytes.toString('hex'), publicKey, { hash: true, der: false });
  } catch {
    // r or s outside the group: the library throws where others answer "no".
    return false;
  }
}
