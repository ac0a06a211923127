import type { LegalBasis } from './catalogue.ts';
import type { Fen } from './values.ts';

/** What the maternity allowance may come to; never a decision. */
export interface AllowanceEstimate {
  readonly estimate: true;
  readonly lines: readonly { readonly name: string; readonly days: number }[];
  readonly days: number;
  /** Of the employer, last year; null where it is not known. */
  readonly averageMonthlyWage: Fen | null;
  /** Null without a wage. */
  readonly amount: Fen | null;
  /** In words: 「单位上年度职工月平均工资 ÷ 30 × 产假天数」. */
  readonly formula: string;
  readonly basis: readonly LegalBasis[];
  readonly note: string;
}
