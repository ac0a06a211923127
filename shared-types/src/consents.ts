import type { Instant } from './values.ts';

/** The notice about personal information as a whole, or the separate consent for sensitive information. */
export type ConsentKind = 'privacy-notice' | 'sensitive-data';

/** What a person agreed to, and whether they still do. */
export interface ConsentView {
  readonly kind: ConsentKind;
  /** Of the text that they were shown. */
  readonly version: string;
  readonly givenAt: Instant;
  readonly withdrawnAt: Instant | null;
}

/** `POST /me/consents` answers with all there ever were, oldest first. */
export interface ConsentsView {
  readonly consents: readonly ConsentView[];
}
