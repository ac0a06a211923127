import type { Instant } from './values.ts';

/** What anyone with the verification code learns of a document. */
export interface DocumentVerification {
  readonly kind: string;
  readonly name: string;
  /** Masked. */
  readonly person: string;
  readonly agency: string;
  readonly issuedAt: Instant;
  readonly valid: boolean;
  readonly withdrawnAt: Instant | null;
  /** SHA-256 of the PDF, hex, to compare with a copy at hand. */
  readonly sha256: string;
}
