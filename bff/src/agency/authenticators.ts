/** Second factors of officers: time-based codes (RFC 6238) of an authenticator app. Pure. */
import type { AuthenticatorSecret } from '@yiban/shared-types/administration';
import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode-generator';

const stepSeconds = 30;

/** The time step whose code was given, or null; one step of drift either way. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: stepSeconds });
  const drift = totp.validate({ token: code, window: 1, timestamp: now.getTime() });
  return drift === null ? null : Math.floor(now.getTime() / 1000 / stepSeconds) + drift;
}

/** A fresh one, with the address that an authenticator app reads from a QR code. */
export function newAuthenticator(username: string): AuthenticatorSecret {
  return asAuthenticator(username, new Secret({ size: 20 }).base32);
}

export function asAuthenticator(username: string, secret: string): AuthenticatorSecret {
  const totp = new TOTP({
    issuer: '医保易办',
    label: username,
    secret: Secret.fromBase32(secret),
    period: stepSeconds,
  });
  const uri = totp.toString();
  const code = qrcode(0, 'M');
  code.addData(uri, 'Byte');
  code.make();
  return { secret, uri, picture: code.createDataURL(4, 16) };
}
