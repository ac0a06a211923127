import type { Instant } from './values.ts';

/**
 * What is asked for separately, each before the first of its kind (个人信息保护法 art. 28–31): illness and treatment, bank
 * accounts, pictures of identity papers, data of somebody else, and of somebody under 14, which a guardian agrees to.
 */
export type SensitiveKind = 'medical-data' | 'bank-data' | 'identity-papers' | 'others-data' | 'minor-data';

/** The notice about personal information as a whole; a consent for all that is sensitive, as it was once; or for one kind. */
export type ConsentKind = 'privacy-notice' | 'sensitive-data' | SensitiveKind;

/** What a person agreed to, and whether they still do. */
export interface ConsentView {
  readonly kind: ConsentKind;
  /** Of the text that they were shown. */
  readonly version: string;
  readonly givenAt: Instant;
  readonly withdrawnAt: Instant | null;
}

/** `GET` and `POST /me/consents` answer with all there ever were, oldest first. */
export interface ConsentsView {
  readonly consents: readonly ConsentView[];
}
