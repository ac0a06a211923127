import { createHash, randomBytes } from 'node:crypto';

/** Account at the service gateway (TIF) in front of the insurance platform and of credential decoding. */
export interface TifAccount {
  readonly paasId: string;
  readonly token: string;
}

/** Headers that prove who sends; the body is not part of the signature (接口规范, 公共报文头). */
export function tifHeaders(account: TifAccount, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const nonce = randomBytes(8).toString('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-tif-paasid': account.paasId,
    'x-tif-timestamp': timestamp,
    'x-tif-nonce': nonce,
    'x-tif-signature': tifSignature({ timestamp, nonce, token: account.token }),
  };
}

/** Lower-case hex SHA-256 of timestamp + token + nonce + timestamp; the timestamp is in seconds. */
export function tifSignature(of: { timestamp: string; token: string; nonce: string }): string {
  return createHash('sha256').update(`${of.timestamp}${of.token}${of.nonce}${of.timestamp}`).digest('hex');
}
