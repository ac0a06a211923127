import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Raw deflate of one stored block (RFC 1951, 3.2.4): a header, the length, its complement, the bytes as they are. */
const storedHeader = 1;
const storedPrefix = 5;
/** Below this, a compressor saves a few bytes and takes longer than the cipher. */
const shortest = 160;

/** Text as it is sealed: raw deflate, stored where it is short. */
export function packed(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > shortest) return deflateRawSync(bytes);
  const stored = Buffer.allocUnsafe(storedPrefix + bytes.length);
  stored[0] = storedHeader;
  stored.writeUInt16LE(bytes.length, 1);
  stored.writeUInt16LE(~bytes.length & 0xffff, 3);
  bytes.copy(stored, storedPrefix);
  return stored;
}

/** Text of what `packed` made, or any raw deflate. */
export function unpacked(bytes: Buffer): string {
  return isStored(bytes) ? bytes.toString('utf8', storedPrefix) : inflateRawSync(bytes).toString('utf8');
}

/** Nothing but one stored block. */
function isStored(bytes: Buffer): boolean {
  return (
    bytes.length >= storedPrefix && bytes[0] === storedHeader && bytes.readUInt16LE(1) === bytes.length - storedPrefix
  );
}
