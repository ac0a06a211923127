import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Personal data at rest. AES-256-GCM under a key derived from the master key; the ciphertext is bound to the place
 * where it stands (`table:id:column`), so that swapping two rows' values is noticed.
 * Sealed text: `v1.<base64url of nonce 12 | tag 16 | ciphertext>`; sealed bytes are the same without the prefix.
 */
export class Vault {
  readonly #dataKey: Buffer;
  readonly #indexKey: Buffer;
  /** Signs access tokens. */
  readonly tokenKey: Buffer;

  constructor(masterKey: Buffer) {
    const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', masterKey, 'yiban', purpose, 32));
    this.#dataKey = derive('data');
    this.#indexKey = derive('index');
    this.tokenKey = derive('token');
  }

  seal(place: string, text: string): string {
    return `v1.${this.sealBytes(place, deflateRawSync(Buffer.from(text, 'utf8'))).toString('base64url')}`;
  }

  /** Throws when the text was altered or stands in another place. */
  open(place: string, sealed: string): string {
    if (!sealed.startsWith('v1.')) throw new Error('sealed text of an unknown version');
    return inflateRawSync(this.openBytes(place, Buffer.from(sealed.slice(3), 'base64url'))).toString('utf8');
  }

  sealBytes(place: string, bytes: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#dataKey, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  openBytes(place: string, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#dataKey, sealed.subarray(0, 12)).setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  }

  /** Keyed hash for look-up by a personal value: 64 hex digits, the same for the same kind and value. */
  index(kind: string, value: string): string {
    return createHmac('sha256', this.#indexKey).update(kind).update('\0').update(value).digest('hex');
  }
}
