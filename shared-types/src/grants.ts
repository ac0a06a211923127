import type { CalendarDate, Instant } from './values.ts';

export type GrantEvidence = 'principal-signature' | 'authorization-letter' | 'guardian' | 'heir';
export type GrantStatus = 'proposed' | 'active' | 'revoked' | 'expired' | 'refused';

export interface GrantView {
  readonly id: string;
  readonly direction: 'given' | 'received';
  readonly principal: { readonly name: string };
  readonly proxy: { readonly name: string };
  /** Item ids; empty means all. */
  readonly items: readonly string[];
  readonly until: CalendarDate;
  readonly evidence: GrantEvidence;
  readonly status: GrantStatus;
  readonly at: Instant;
}
