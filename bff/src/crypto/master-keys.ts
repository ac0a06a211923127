import { createHash } from 'node:crypto';
import { cipherOf, type SuiteName } from './cipher-suite.js';
import { derivedKey } from './keyring.js';

/** The master keys that the administrator (or a KMS, by way of KEYRING_FILE) gives: they wrap keys, and seal no data. */
export class MasterKeys {
  readonly #byName: ReadonlyMap<string, Buffer>;

  constructor(
    readonly current: Buffer,
    previous: readonly Buffer[],
  ) {
    this.#byName = new Map([...previous, current].map((key) => [keyName(key), key]));
  }

  /** `<name of the master key>.<base64url>` */
  wrap(suite: SuiteName, id: string, key: Buffer): string {
    return `${keyName(this.current)}.${wrapper(suite, this.current).seal(place(id), key).toString('base64url')}`;
  }

  /** Throws, naming the master key that is missing, when none that is given opens it. */
  unwrap(suite: SuiteName, id: string, wrapped: string): Buffer {
    const [name = '', sealed = ''] = wrapped.split('.');
    const master = this.#byName.get(name);
    if (master === undefined) {
      throw new Error(
        `the data is sealed under the master key ${name}, which is not given: MASTER_KEY is another one, or the old ` +
          'one is missing in MASTER_KEY_PREVIOUS',
      );
    }
    return wrapper(suite, master).open(place(id), Buffer.from(sealed, 'base64url'));
  }

  wrapsWithCurrent(wrapped: string): boolean {
    return wrapped.startsWith(`${keyName(this.current)}.`);
  }
}

/** A short name of a master key, so that a wrong one is seen before it makes data unreadable. */
function keyName(masterKey: Buffer): string {
  return createHash('sha256').update('yiban-key-name').update(masterKey).digest('hex').slice(0, 8);
}

const wrapper = (suite: SuiteName, master: Buffer) => cipherOf(suite, derivedKey(master, 'wrap'));
const place = (id: string): string => `data_keys:${id}:wrapped`;
