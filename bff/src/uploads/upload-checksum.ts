import { createHash, timingSafeEqual } from 'node:crypto';
import { problem } from '../problems/problem.js';

/** tus checksum extension: what `Tus-Checksum-Algorithm` tells, preferred first. */
export const checksumAlgorithms = ['sha256', 'sha1'] as const;

export interface UploadChecksum {
  readonly algorithm: (typeof checksumAlgorithms)[number];
  readonly digest: Buffer;
}

/** Reads `Upload-Checksum: sha256 <base64>`; an algorithm that was not offered is `malformed-request` (tus: 400). */
export function readChecksum(header: string): UploadChecksum {
  const [name = '', value = '', ...rest] = header.split(' ');
  const algorithm = checksumAlgorithms.find((offered) => offered === name);
  const digest = Buffer.from(value, 'base64');
  if (algorithm === undefined || rest.length > 0 || digest.toString('base64') !== value) {
    throw problem('malformed-request');
  }
  return { algorithm, digest };
}

export function matches({ algorithm, digest }: UploadChecksum, bytes: Buffer): boolean {
  const actual = createHash(algorithm).update(bytes).digest();
  return actual.length === digest.length && timingSafeEqual(actual, digest);
}
