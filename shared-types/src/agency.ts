import type { AllowanceEstimate } from './estimates.ts';
import type {
  Reading,
  SettlementCategory,
  CaseSummary,
  CaseView,
  CaseStatus,
  CaseMaterialView,
  UploadView,
} from './cases.ts';
import type { OfficerGrant } from './grants.ts';
import type { ProblemDetail } from './problems.ts';
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
  /** The step between agencies that is past its date, or null. */
  readonly lateLeg: string | null;
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
export interface OfficerCaseView extends Omit<CaseView, 'actions' | 'grant'> {
  readonly person: { readonly name: string; readonly idNo: string; readonly phone: string | null };
  readonly materials: readonly CaseMaterialView[];
  /** The unit that it is for, with the letter that its handler acts on; null for a person's case. */
  readonly unit: {
    readonly name: string;
    readonly creditCode: string;
    readonly authority: 'platform' | 'letter';
    /** False: the letter is to be checked; accepting the case says that it was. */
    readonly confirmed: boolean;
    readonly letter: readonly UploadView[];
  } | null;
  /** The proxy who files it and what they act on; null where people file for themselves. */
  readonly proxy: OfficerGrant | null;
  readonly unmetRules: readonly UnmetRule[];
  /** Where the form says other than what was read from the photos, as of now. */
  readonly crossChecks: readonly ProblemDetail[];
  readonly claimedBy: string | null;
  readonly claimedByMe: boolean;
  readonly officerActions: readonly OfficerAction[];
  /** Why this officer can do nothing with it, in words; null where they can, or where it has ended. */
  readonly whyNothing: string | null;
  readonly statusBeforeSupplement: CaseStatus | null;
  /** Categories of the settlement, with what the receipts claim in all; empty where nothing is paid. */
  readonly settlementCategories: readonly SettlementCategory[];
  /** Read from the platform just now, while the amounts are settled. */
  readonly readings: readonly Reading[];
  readonly estimate: AllowanceEstimate | null;
  readonly claimedTotal: number;
  /** How many one-time notices there were. */
  readonly notices: number;
}

/** One access, in plain words; people who are no officers are not named. */
export interface AuditLine {
  readonly id: string;
  readonly at: Instant;
  readonly who: string;
  readonly did: string;
  readonly caseNumber: string | null;
  /** As it was written, and bound to the entry before it. */
  readonly intact: boolean;
}

export interface AuditPage {
  readonly items: readonly AuditLine[];
  readonly nextCursor: string | null;
}

/** An officer of the region, with the open cases that they took and did not finish. */
export interface CasesInHand {
  readonly officer: OfficerView & { readonly badge: string; readonly blocked: boolean };
  readonly cases: number;
}

export interface CaseInHand {
  readonly id: string;
  readonly number: string;
  readonly itemName: string;
  readonly status: CaseStatus;
  readonly dueAt: string | null;
}

/** What became of each case that was handed over: with the receiver, in the queue, or where it was. */
export interface HandedCase {
  readonly id: string;
  readonly number: string;
  readonly went: 'to-officer' | 'to-queue' | 'nowhere';
  /** Why it did not go where it was meant to, in words; null where it did. */
  readonly why: string | null;
}

export interface OfficerQueue {
  readonly items: readonly QueueEntry[];
  readonly nextCursor: string | null;
}
