import { z } from 'zod';
import { problem, type ProblemException } from '../problems/problem.js';
import type { UploadPurpose } from './upload.entity.js';

/** What a client says of a file in `Upload-Metadata`. A file name may be sent and is not looked at. */
export interface UploadMetadata {
  readonly purpose: UploadPurpose;
  /** The kind of paper that was asked for. */
  readonly paper: string | null;
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string | null;
}

const metadata = z.object({
  purpose: z.enum(['photo', 'signature', 'table']).default('photo'),
  paper: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .nullable()
    .default(null),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
});

/** Throws `malformed-request` that names every value that is wrong. */
export function readMetadata(given: Readonly<Record<string, string | null>>): UploadMetadata {
  const parsed = metadata.safeParse(given);
  if (!parsed.success) throw refusal(parsed.error);
  return parsed.data;
}

/** The same for the answer to HEAD, where tus wants it back. */
export function writeMetadata({ purpose, paper, sha256 }: UploadMetadata): Record<string, string> {
  return { purpose, ...(paper === null ? {} : { paper }), ...(sha256 === null ? {} : { sha256 }) };
}

function refusal(error: z.ZodError): ProblemException {
  return problem('malformed-request', {
    errors: error.issues.map((issue) => ({
      pointer: `/Upload-Metadata/${issue.path.join('/')}`,
      code: 'invalid-value',
      message: '照片的说明不对，请重新选这张照片。',
    })),
  });
}
