import { z } from 'zod';
import { exchange } from '../exchange.js';
import { GatewayRefused, GatewayUnavailable } from '../gateway-errors.js';
import { tifHeaders, type TifAccount } from '../tif-headers.js';
import type { CredentialGateway, DecodedCredential, RejectedCredential } from './credential-gateway.js';

export interface CredentialConfig {
  /** Address up to `/api/hsecfc/localQrCodeQuery`. */
  readonly baseUrl: string;
  readonly account: TifAccount;
  readonly orgId: string;
  /** Of the service, not of the person who scans. */
  readonly operator: { readonly id: string; readonly name: string };
  readonly office: { readonly id: string; readonly name: string };
  /** Not published, agreed with each bureau. */
  readonly rejectionCodes?: Readonly<Record<RejectedCredential['reason'], readonly string[]>>;
  readonly tokenLifeSeconds?: number;
  readonly timeoutMs?: number;
}

const DEFAULT_REJECTION_CODES = { used: ['40102'], expired: ['40103'], forged: ['40101'] };

/** 身份核验 in an app; 01101 would be registration at a hospital, 01301 settlement. */
const IDENTITY_CHECK = '03131';

/** A QR is a short text; whatever is longer is somebody's something else. */
const QR_MAX_LENGTH = 512;

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));

const answerShape = z.object({ code: text, message: text, data: z.unknown().optional() });

const personShape = z.object({
  userName: z.string().min(1),
  idNo: z.string().min(1),
  idType: text,
  insuOrg: text,
  ecToken: z.string().min(1),
  gender: text,
  birthday: text,
  nationality: text,
});

export class HttpCredentialGateway implements CredentialGateway {
  readonly #config: CredentialConfig;

  constructor(config: CredentialConfig) {
    this.#config = config;
  }

  async decode(qr: string): Promise<DecodedCredential | RejectedCredential> {
    const { baseUrl, account, timeoutMs = 8_000, rejectionCodes = DEFAULT_REJECTION_CODES } = this.#config;
    const content = qr.trim();
    if (content === '' || content.length > QR_MAX_LENGTH) return { valid: false, reason: 'forged' };
    const now = new Date();
    const raw = await exchange({
      gateway: 'credential',
      method: 'POST',
      url: new URL(`${baseUrl.replace(/\/$/, '')}/api/hsecfc/localQrCodeQuery`),
      headers: tifHeaders(account, now),
      body: JSON.stringify(this.#query(content)),
      timeoutMs,
    });
    const answer = answerShape.safeParse(raw);
    if (!answer.success) throw unreadable();
    const { code, data } = answer.data;
    if (code === '0') return this.#decoded(data, now);
    for (const reason of ['used', 'expired', 'forged'] as const) {
      if (rejectionCodes[reason].includes(code)) return { valid: false, reason };
    }
    // The sentence of another refusal may name the person: the code says enough.
    throw new GatewayRefused({ gateway: 'credential', code, message: 'ec.query was refused' });
  }

  #query(ecQrCode: string) {
    const { orgId, operator, office } = this.#config;
    return {
      data: {
        orgId,
        businessType: IDENTITY_CHECK,
        operatorId: operator.id,
        operatorName: operator.name,
        officeId: office.id,
        officeName: office.name,
        deviceType: 'MOBILE',
        ecQrCode,
      },
      orgId,
      transType: 'ec.query',
    };
  }

  #decoded(data: unknown, now: Date): DecodedCredential {
    const { tokenLifeSeconds = 15 * 60 } = this.#config;
    const person = personShape.safeParse(data);
    if (!person.success) throw unreadable();
    const { userName, idNo, idType, insuOrg, ecToken, gender, birthday, nationality } = person.data;
    return {
      valid: true,
      name: userName,
      idNo: idNo.toUpperCase(),
      idType: idType.padStart(2, '0'),
      division: insuOrg,
      gender: gender === '1' ? 'male' : gender === '2' ? 'female' : 'unknown',
      birthday: dateOf(birthday),
      nationality,
      token: ecToken,
      tokenExpiresAt: new Date(now.getTime() + tokenLifeSeconds * 1000).toISOString(),
    };
  }
}

/** Sent as yyyy-MM-dd or yyyyMMdd. */
function dateOf(value: string): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(value);
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}

function unreadable(): GatewayUnavailable {
  return new GatewayUnavailable({ gateway: 'credential', delivery: 'unknown', reason: 'unreadable-answer' });
}
