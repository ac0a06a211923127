import type { Page, CalendarDate, Fen, Instant, RegionCode } from './values.ts';
import type { ProblemDetail } from './problems.ts';

export type CaseStatus =
  | 'draft'
  | 'submitted'
  | 'accepted'
  | 'supplement'
  | 'first-review'
  | 'second-review'
  | 'expert-review'
  | 'site-assessment'
  | 'public-notice'
  | 'payment'
  | 'closed'
  | 'declined'
  | 'rejected'
  | 'withdrawn';

/** How a closed case ended. */
export type CaseOutcome = 'granted' | 'declined' | 'rejected' | 'withdrawn' | null;

export type Answer =
  | string
  | number
  | boolean
  | null
  | readonly Answer[]
  | { readonly [key: string]: Answer };
/** What was answered so far: question id → answer. Also the shape of a receipt in `receipts` answers. */
export type Answers = { readonly [question: string]: Answer };

/** An answer to a question of kind `receipts` is a list of these. */
export interface ReceiptAnswer {
  /** 票据代码 (empty for a fully digital invoice). */
  readonly code: string;
  /** 票据号码. */
  readonly number: string;
  readonly checkCode: string;
  readonly payer: string;
  readonly date: CalendarDate;
  readonly total: Fen;
  readonly hospital: string;
  /** The photos it was read or typed from. */
  readonly uploads: readonly string[];
}

/** An answer to a question of kind `division`. */
export interface DivisionAnswer {
  /** GB/T 2260 code of the county (or city where there is none below). */
  readonly code: string;
  /** 「安徽省 合肥市 蜀山区」 */
  readonly name: string;
}

export type FileFinding =
  | 'blurred'
  | 'dark'
  | 'glare'
  | 'small'
  | 'cut-off'
  | 'wrong-paper';

export interface UploadView {
  readonly id: string;
  readonly status: 'receiving' | 'received' | 'failed';
  readonly length: number;
  readonly offset: number;
  readonly findings: readonly { readonly code: FileFinding; readonly message: string }[];
  /** Why a failed file was refused (a problem code), and the sentence that says what to do; null otherwise. */
  readonly failure: { readonly code: string; readonly title: string; readonly detail: string } | null;
  /** Short-lived link to the thumbnail and the full picture, null until received. */
  readonly thumbnail: string | null;
  readonly picture: string | null;
}

export interface CaseMaterialView {
  readonly material: string;
  /** The chosen alternative, null while none is chosen. */
  readonly alternative: string | null;
  readonly uploads: readonly UploadView[];
  readonly signed: boolean;
}

export interface HistoryEntry {
  readonly at: Instant;
  readonly from: CaseStatus | null;
  readonly to: CaseStatus;
  /** 「本人」, 「代办人 李*」, 「经办人员 0012」, 「系统」 */
  readonly actor: string;
  readonly reason: string | null;
}

export interface NoticeItem {
  readonly material: string | null;
  readonly question: string | null;
  readonly reason: string;
}

/** The one-time notice that a supplement answers. */
export interface SupplementNotice {
  readonly at: Instant;
  readonly items: readonly NoticeItem[];
}

export interface SettlementLine {
  readonly category: string;
  readonly claimed: Fen;
  readonly approved: Fen;
  readonly reason: string | null;
}
export interface Settlement {
  readonly lines: readonly SettlementLine[];
  readonly claimed: Fen;
  readonly approved: Fen;
}

export interface CaseDocument {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
}

export interface CaseSummary {
  readonly id: string;
  /** Given at submission; null for a draft. */
  readonly number: string | null;
  readonly item: string;
  readonly itemName: string;
  readonly region: RegionCode;
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome;
  readonly version: number;
  readonly for: { readonly name: string };
  readonly by: { readonly name: string; readonly proxy: boolean };
  readonly dueAt: CalendarDate | null;
  /** True where the year of the due date has no published holidays yet. */
  readonly dueProvisional: boolean;
  readonly clock: 'running' | 'stopped';
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly submittedAt: Instant | null;
}

export interface CaseView extends CaseSummary {
  readonly form: Answers;
  readonly materials: readonly CaseMaterialView[];
  readonly documents: readonly CaseDocument[];
  readonly history: readonly HistoryEntry[];
  readonly notice: SupplementNotice | null;
  readonly settlement: Settlement | null;
  /** For a decline or rejection: the reason and the two ways of appeal with their terms. */
  readonly decision: { readonly reason: string; readonly remedies: string } | null;
  /** What happens next, in one sentence. */
  readonly next: string;
  /** What this viewer may do now. */
  readonly actions: readonly CaseAction[];
  readonly rating: { readonly grade: RatingGrade; readonly at: Instant } | null;
}

export type CaseAction = 'edit' | 'submit' | 'supplement' | 'withdraw' | 'rate' | 'discard';
export type RatingGrade = 1 | 2 | 3 | 4 | 5;

export type CasePage = Page<CaseSummary>;

/** Answer of `POST /cases/{id}/check`. */
export interface CheckResult {
  readonly ready: boolean;
  /** Everything that stands in the way of submission. */
  readonly errors: readonly ProblemDetail[];
  /** What does not stand in the way, but sends an immediate item to an officer or should be known. */
  readonly warnings: readonly ProblemDetail[];
  /** True when submission would be decided at once. */
  readonly immediate: boolean;
  /** Questions that are asked of this person with the answers so far. */
  readonly asked: readonly string[];
  /** Every requirement, in the item's order. */
  readonly requirements: readonly Requirement[];
}

/** What a required paper comes to for this person, decided by facts that the phone does not know. */
export interface Requirement {
  readonly material: string;
  readonly required: boolean;
  /** Met already: by the credential, by shared data, by a paper that needs no signature, or by what was handed in. */
  readonly met: boolean;
  /** Met without the person doing anything. */
  readonly given: boolean;
  /** Alternatives that this person may choose. */
  readonly ways: readonly string[];
}
