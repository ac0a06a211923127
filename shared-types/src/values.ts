/** Instant in UTC, ISO 8601 with milliseconds: `2026-11-25T01:02:03.004Z`. */
export type Instant = string;
/** Calendar date in Asia/Shanghai: `2026-11-25`. */
export type CalendarDate = string;
/** Money in integer 分 (1/100 yuan). */
export type Fen = number;
/** Code of a pooling area (统筹区) this product serves, GB/T 2260: `620000`. */
export type RegionCode = string;
/** A JsonLogic expression over the rule facts (see `bff/src/cases/facts.ts`). */
export type Condition = { readonly [operator: string]: unknown };

/** A page of a list; `nextCursor` is null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
