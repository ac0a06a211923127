import type { CaseSummary, CaseView, CaseStatus, CaseMaterialView } from './cases.ts';
import type { Instant, RegionCode } from './values.ts';

export type OfficerRole =
  'window' | 'first-reviewer' | 'second-reviewer' | 'payer' | 'expert' | 'supervisor' | 'administrator';

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
  'claim' | 'release' | 'accept' | 'supplement' | 'decline' | 'pass' | 'send-back' | 'reject' | 'pay';

export interface QueueEntry extends CaseSummary {
  /** Officer who holds it now. */
  readonly claimedBy: string | null;
  readonly claimedByMe: boolean;
  readonly overdue: boolean;
  /** What this officer could do with it next. */
  readonly duty: OfficerAction | null;
}

/** A rule that a case does not meet by data, so that an officer must look. */
export interface UnmetRule {
  readonly code: string;
  readonly message: string;
  /** What it is about: `/form/deliveryDate`, `/materials/…`, `/person`; null when it is no rule of the item. */
  readonly pointer: string | null;
  /** Where the rule comes from: `003:20` (seed and row), `statute:…`, `product`; null when it is no rule of the item. */
  readonly source: string | null;
}

/** A case as an officer sees it: unmasked where the duty needs it. */
export interface OfficerCaseView extends Omit<CaseView, 'actions'> {
  readonly person: { readonly name: string; readonly idNo: string; readonly phone: string | null };
  readonly materials: readonly CaseMaterialView[];
  readonly unmetRules: readonly UnmetRule[];
  readonly claimedBy: string | null;
  readonly claimedByMe: boolean;
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
