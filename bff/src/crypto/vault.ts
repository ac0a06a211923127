import { keyedHash } from './cipher-suite.js';
import { firstKeyId, Keyring, type KeyId } from './keyring.js';
import { packed, unpacked } from './packed-text.js';

/** Sealed bytes begin with this and the key's name. */
const magic = Buffer.from('YB2\0');
const headerBytes = magic.length + 8;

/**
 * Personal data at rest. Authenticated encryption under a named data key; the ciphertext is bound to the place where it
 * stands (`table:id:column`), so that swapping two rows' values is noticed.
 * Sealed text: `v2.<key>.<base64url>`; sealed bytes: `YB2\0`, the key's name, the same. Before keys had names: `v1.` and
 * bytes without a header, which are still opened.
 */
export class Vault {
  readonly #keyring: Keyring;

  /** A bare master key is for what stands alone, without a database that keeps data keys. */
  constructor(keys: Keyring | Buffer) {
    this.#keyring = keys instanceof Keyring ? keys : Keyring.derived(keys);
  }

  /** Signs access tokens. */
  get tokenKey(): Buffer {
    return this.#keyring.token;
  }

  seal(place: string, text: string): string {
    const { current } = this.#keyring;
    const sealed = this.#keyring.cipher(current).seal(place, packed(text));
    return `v2.${current}.${sealed.toString('base64url')}`;
  }

  /** Throws when the text was altered or stands in another place. */
  open(place: string, sealed: string): string {
    const id = keyOfText(sealed);
    if (id === undefined) throw new Error('sealed text of an unknown version');
    const bytes = Buffer.from(sealed.slice(sealed.lastIndexOf('.') + 1), 'base64url');
    return unpacked(this.#keyring.cipher(id).open(place, bytes));
  }

  sealBytes(place: string, bytes: Buffer): Buffer {
    const { current } = this.#keyring;
    return Buffer.concat([magic, Buffer.from(current), this.#keyring.cipher(current).seal(place, bytes)]);
  }

  openBytes(place: string, sealed: Buffer): Buffer {
    const id = keyOfBytes(sealed);
    if (id === undefined) return this.#keyring.cipher(firstKeyId).open(place, sealed);
    return this.#keyring.cipher(id).open(place, sealed.subarray(headerBytes));
  }

  /** Whether new things are sealed under the key that sealed this. */
  isCurrent(sealed: string | Buffer): boolean {
    return (typeof sealed === 'string' ? keyOfText(sealed) : keyOfBytes(sealed)) === this.#keyring.current;
  }

  /** Keyed hash for look-up by a personal value: 64 hex digits, the same for the same kind and value. */
  index(kind: string, value: string): string {
    const { suite, key } = this.#keyring.index;
    return keyedHash(suite, key, [kind, value]);
  }

  /** Link of a chain: a keyed hash over the link before and the parts of this one. */
  chain(previous: string, parts: readonly unknown[]): string {
    const { suite, key } = this.#keyring.chain;
    return keyedHash(suite, key, [previous, JSON.stringify(parts)]);
  }
}

function keyOfText(sealed: string): KeyId | undefined {
  if (sealed.startsWith('v1.')) return firstKeyId;
  return /^v2\.(\w{8})\./.exec(sealed)?.[1];
}

function keyOfBytes(sealed: Buffer): KeyId | undefined {
  return sealed.subarray(0, magic.length).equals(magic)
    ? sealed.subarray(magic.length, headerBytes).toString('latin1')
    : undefined;
}
