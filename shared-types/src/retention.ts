import type { CalendarDate, Instant, Page } from './values.js';

/** Proof that a closed case was deleted; nothing in it tells of whom the case was. */
export interface DeletionProof {
  readonly id: string;
  /** True for the one that was asked for by its number; the number itself is not kept. */
  readonly asked: boolean;
  readonly itemName: string;
  readonly outcome: string;
  readonly endedOn: CalendarDate;
  /** `<id>@<version>` of the rule, its name, its full years and its source. */
  readonly rule: string;
  readonly ruleName: string;
  readonly years: number;
  readonly source: string;
  readonly deletedAt: Instant;
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** SHA-256 over the rows as they stood, sealed. */
  readonly digest: string;
  /** When its files were gone too; null while they are being deleted. */
  readonly filesGoneAt: Instant | null;
}

/** Answer of `GET /agency/deletions`: the last one first. */
export type DeletionPage = Page<DeletionProof>;

/** A case that a supervisor keeps beyond its time. */
export interface HeldCase {
  readonly caseId: string;
  readonly number: string;
  readonly itemName: string;
  readonly reason: string;
  readonly at: Instant;
}

/** Answer of everything under `/agency/holds`. */
export interface HeldCases {
  readonly items: readonly HeldCase[];
}
