import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { cipherOf, type Cipher, type SuiteName } from './cipher-suite.js';

/** Eight characters. */
export type KeyId = string;

/** The key of what was sealed before keys had names: derived from the master key itself. */
export const firstKeyId: KeyId = 'k0000000';

export interface PlainKey {
  readonly id: KeyId;
  readonly suite: SuiteName;
  readonly key: Buffer;
}

export interface KeySet {
  /** Seals what is new. */
  readonly current: KeyId;
  /** Keys that open; the current one among them. */
  readonly data: readonly PlainKey[];
  /** Look-up hashes; stays for the life of the installation. */
  readonly index: PlainKey;
  /** Signs access tokens. */
  readonly token: Buffer;
  /** Chains the audit trail and the histories of cases. */
  readonly chain: PlainKey;
}

/** A key of keyed hashes. */
interface HashKey {
  readonly suite: SuiteName;
  readonly key: KeyObject;
}

/** Every key of the installation, in the open, in memory alone. Which one seals can change while the product runs. */
export class Keyring {
  #current = '';
  readonly #ciphers = new Map<KeyId, Cipher>();
  /** Look-up hashes. */
  readonly index: HashKey;
  /** Chains the audit trail and the histories of cases. */
  readonly chain: HashKey;
  /** Signs access tokens. */
  readonly token: Buffer;

  constructor(keys: KeySet) {
    this.index = hashKey(keys.index);
    this.chain = hashKey(keys.chain);
    this.token = keys.token;
    this.take(keys);
  }

  /** Keys derived from a master key, without a database to keep others. */
  static derived(masterKey: Buffer, suite: SuiteName = 'aes'): Keyring {
    const key = (purpose: string): PlainKey => ({ id: firstKeyId, suite, key: derivedKey(masterKey, purpose) });
    return new Keyring({
      current: firstKeyId,
      data: [key('data')],
      index: key('index'),
      token: key('token').key,
      chain: key('chain'),
    });
  }

  /** Takes over which keys seal and open, as the database says now. The others stay for the life of the installation. */
  take(keys: Pick<KeySet, 'current' | 'data'>): void {
    for (const { id, suite, key } of keys.data) {
      if (!this.#ciphers.has(id)) this.#ciphers.set(id, cipherOf(suite, key));
    }
    this.cipher(keys.current);
    this.#current = keys.current;
  }

  get current(): KeyId {
    return this.#current;
  }

  cipher(id: KeyId): Cipher {
    const cipher = this.#ciphers.get(id);
    if (cipher === undefined) throw new Error(`sealed under the key ${id}, which is not in the keyring`);
    return cipher;
  }
}

function hashKey({ suite, key }: PlainKey): HashKey {
  return { suite, key: createSecretKey(key) };
}

/** A key for one purpose, from the master key. */
export function derivedKey(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, 'yiban', purpose, 32));
}
