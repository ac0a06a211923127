/**
 * SHA-256 (FIPS 180-4), piece by piece, for places without WebCrypto: WeChat, and pages that are not served over TLS.
 * No BigInt and no eval: iOS 12 and the mini-program run it.
 */
export class Sha256 {
  readonly #state = Uint32Array.from(INITIAL);
  readonly #block = new Uint8Array(64);
  #filled = 0;
  #length = 0;

  update(bytes: Uint8Array): this {
    this.#length += bytes.length;
    let from = 0;
    while (from < bytes.length) {
      const taken = Math.min(64 - this.#filled, bytes.length - from);
      this.#block.set(bytes.subarray(from, from + taken), this.#filled);
      this.#filled += taken;
      from += taken;
      if (this.#filled === 64) this.#compress();
    }
    return this;
  }

  /** Ends it: nothing can be added afterwards. */
  digest(): Uint8Array {
    const bits = this.#length * 8;
    const padding = new Uint8Array(this.#filled < 56 ? 64 - this.#filled : 128 - this.#filled);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 0x1_0000_0000));
    view.setUint32(padding.length - 4, bits % 0x1_0000_0000);
    this.update(padding);
    const digest = new DataView(new ArrayBuffer(32));
    this.#state.forEach((word, index) => digest.setUint32(index * 4, word));
    return new Uint8Array(digest.buffer);
  }

  #compress(): void {
    const block = new DataView(this.#block.buffer);
    for (let t = 0; t < 64; t += 1) words[t] = t < 16 ? block.getUint32(t * 4) : nextWord(t);
    const before = this.#state;
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = before;
    for (let t = 0; t < 64; t += 1) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + at(ROUND, t) + at(words, t)) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
      // One by one: this runs 50,000 times a megabyte, on phones that interpret it.
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => {
      before[index] = (at(before, index) + word) | 0;
    });
    this.#filled = 0;
  }
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const words = new Uint32Array(64);

function nextWord(t: number): number {
  const x = at(words, t - 15);
  const y = at(words, t - 2);
  const small0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
  const small1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
  return (at(words, t - 16) + small0 + at(words, t - 7) + small1) | 0;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function at(list: Uint32Array, index: number): number {
  return list[index] ?? 0;
}

const PRIMES = firstPrimes(64);
/** The first 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4, 5.3.3) … */
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
/** … and of the cube roots of the first 64 (4.2.2). */
const ROUND = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
