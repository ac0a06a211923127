import type { CaseSummary, CaseView, CaseStatus, CaseMaterialView } from './cases.ts';
import type { Instant, RegionCode } from './values.ts';

export type OfficerRole =
  | 'window'
  | 'first-reviewer'
  | 'second-reviewer'
  | 'payer'
  | 'expert'
  | 'supervisor'
  | 'administrator';

export interface OfficerView {
  readonly id: string;
  readonly name: string;
  readonly region: RegionCode;
  readonly roles: readonly OfficerRole[];
}

export interface OfficerSession {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Instant;
  readonly refreshToken: string;
  readonly officer: OfficerView;
}

export type OfficerAction =
  | 'claim'
  | 'release'
  | 'accept'
  | 'supplement'
  | 'decline'
  | 'pass'
  | 'send-back'
  | 'reject'
  | 'pay';

export interface QueueEntry extends CaseSummary {
  /** Officer who holds it now. */
  readonly claimedBy: string | null;
  readonly overdue: boolean;
  /** What this officer could do with it next. */
  readonly duty: OfficerAction | null;
}

/** A case as an officer sees it: unmasked where the duty needs it. */
export interface OfficerCaseView extends Omit<CaseView, 'actions'> {
  readonly person: { readonly name: string; readonly idNo: string; readonly phone: string | null };
  readonly materials: readonly CaseMaterialView[];
  readonly unmetRules: readonly { readonly code: string; readonly message: string }[];
  readonly claimedBy: string | null;
  readonly officerActions: readonly OfficerAction[];
  readonly statusBeforeSupplement: CaseStatus | null;
  /** Categories of the settlement, with what the receipts claim in all; empty where nothing is paid. */
  readonly settlementCategories: readonly { readonly id: string; readonly name: string }[];
  readonly claimedTotal: number;
  /** How many one-time notices there were. */
  readonly notices: number;
}

export interface OfficerQueue {
  readonly items: readonly QueueEntry[];
  readonly nextCursor: string | null;
}
