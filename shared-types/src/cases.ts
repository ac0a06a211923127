import type { Page, CalendarDate, Fen, Instant, RegionCode } from './values.ts';
import type { CaseGrant } from './grants.ts';
import type { AllowanceEstimate } from './estimates.ts';
import type { TableColumn } from './catalogue.ts';
import type { PublicNoticeView } from './public-notices.ts';
import type { RuleDifference } from './catalogue.ts';
import type { RectificationView } from './ratings.ts';
import type { ProblemDetail } from './problems.ts';
import type { Corners, TrimmedFrom } from './uploads.ts';

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

export type Answer = string | number | boolean | null | readonly Answer[] | { readonly [key: string]: Answer };
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

/** A row of a `table` answer: column → value; money in fen, dates yyyy-MM-dd. What is empty is left out. */
export type TableRow = { readonly [column: string]: string | number };

/** An answer to a question of kind `table` that came as a file; typed rows are a list of `TableRow` instead. */
export interface TableFileAnswer {
  /** The upload it was read from. */
  readonly file: string;
  readonly rows: number;
  /** Sums of the money columns, in fen. */
  readonly totals: { readonly [column: string]: Fen };
  /** What was chosen in the columns of kind choice, in any row. */
  readonly choices: { readonly [column: string]: readonly string[] };
}

/** Rows of a table as they were read, some at a time. */
export interface TableRows {
  readonly columns: readonly TableColumn[];
  readonly total: number;
  readonly from: number;
  readonly rows: readonly TableRow[];
}

/** An answer to a question of kind `division`. */
export interface DivisionAnswer {
  /** GB/T 2260 code of the county (or city where there is none below). */
  readonly code: string;
  /** 「安徽省 合肥市 蜀山区」 */
  readonly name: string;
}

export type FileFinding = 'blurred' | 'dark' | 'glare' | 'small' | 'cut-off' | 'wrong-paper';

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
  /** Width over height of the picture, null until received. */
  readonly aspect: number | null;
  /** Where the edges of the paper seem to be; null where none were found, or where the paper fills the photo. */
  readonly edges: Corners | null;
  /** For a photo that was cut to its paper; null for others. */
  readonly trimmedFrom: TrimmedFrom | null;
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
  /** 「本人」, 「代办人 李*（为王*英办理）」, 「经办人员 0012」, 「系统」 */
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

/** A category of the settlement that applies to a case. */
export interface SettlementCategory {
  readonly id: string;
  readonly name: string;
  /** What data say it comes to, or null. */
  readonly amount: Fen | null;
  /** The amount is the one there is; else it is a suggestion. */
  readonly exact: boolean;
}

/** What the platform knows and nobody types: the balance of an account. */
export interface Reading {
  readonly id: string;
  readonly name: string;
  readonly shown: string;
}

/** A step between two agencies, with a term of its own. */
export interface CaseLegView {
  readonly id: string;
  readonly name: string;
  /** This agency's step, or the other's. */
  readonly by: 'own' | 'other';
  readonly workingDays: number;
  /** Null until the step before it is done. */
  readonly startedOn: CalendarDate | null;
  readonly dueAt: CalendarDate | null;
  /** Of a step that has not begun: when it is due if the steps before it take their whole time; else null. */
  readonly expectedAt: CalendarDate | null;
  readonly dueProvisional: boolean;
  readonly doneOn: CalendarDate | null;
  /** Not done, and past its date. */
  readonly late: boolean;
  /** What came with it: 缴费月数, 转移资金. */
  readonly details: readonly { readonly term: string; readonly shown: string }[];
}

export interface CaseDocument {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  /** When it stopped being valid; null while it is. */
  readonly withdrawnAt: Instant | null;
  /** The person may take it back, so that nobody relies on it any longer. */
  readonly withdrawable: boolean;
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
  /** A unit's name stands as it is, a person's masked. `grant`: of a case that a proxy filed, what it was filed under. */
  readonly for: { readonly name: string; readonly unit?: true; readonly grant?: string };
  /** `self`: the viewer is who filed it. */
  readonly by: { readonly name: string; readonly proxy: boolean; readonly self: boolean };
  readonly dueAt: CalendarDate | null;
  /** True where the year of the due date has no published holidays yet. */
  readonly dueProvisional: boolean;
  readonly clock: 'running' | 'stopped';
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly submittedAt: Instant | null;
}

/** 初审结果 as told to an institution, and what it said to it. */
export interface PreliminaryResult {
  readonly toldAt: Instant;
  /** Last day for feedback. */
  readonly until: CalendarDate;
  /** Feedback is taken now. */
  readonly open: boolean;
  readonly settlement: Settlement;
  readonly feedback: { readonly agrees: boolean; readonly text: string; readonly at: Instant } | null;
}

/** Where a conversation about a case stands. */
export interface CaseConversation {
  readonly messages: number;
  readonly waitingForAgency: boolean;
  /** Until when the agency promised to answer; null when it is not its turn. */
  readonly answerDue: CalendarDate | null;
}

export interface ConversationMessage {
  readonly id: string;
  readonly from: 'person' | 'agency';
  /** 「申请人」, 「经办人员 0012」 */
  readonly author: string;
  readonly text: string;
  readonly pictures: readonly UploadView[];
  readonly at: Instant;
  readonly answerDue: CalendarDate | null;
}

export interface CaseView extends CaseSummary {
  /** While it is filled in: for somebody not fourteen yet, so that a guardian agrees to the use of their data. */
  readonly minor?: true;
  readonly form: Answers;
  readonly materials: readonly CaseMaterialView[];
  readonly documents: readonly CaseDocument[];
  readonly history: readonly HistoryEntry[];
  readonly notice: SupplementNotice | null;
  readonly settlement: Settlement | null;
  /** For items whose preliminary result is told first; null before, and for others. */
  readonly preliminary: PreliminaryResult | null;
  readonly publicNotice: PublicNoticeView | null;
  /** For items that are talked about; null for others. */
  readonly conversation: CaseConversation | null;
  /** Steps between two agencies; empty where the item has none. */
  readonly legs: readonly CaseLegView[];
  /** For a decline or rejection: the reason and the two ways of appeal with their terms. */
  readonly decision: { readonly reason: string; readonly remedies: string } | null;
  /** What happens next, in one sentence. */
  readonly next: string;
  /** What this viewer may do now. */
  readonly actions: readonly CaseAction[];
  readonly rating: {
    readonly grade: RatingGrade;
    readonly at: Instant;
    /** Opened by a bad grade. */
    readonly rectification: RectificationView | null;
  } | null;
  /** Of a case that a proxy files, else null. */
  readonly grant: CaseGrant | null;
  /** Version of the region's rules that it keeps; null of a draft, which follows the newest. */
  readonly rulesVersion: number | null;
  /** Of a draft: what the region has changed of the item since the draft was begun. */
  readonly rulesChanged: readonly RuleDifference[];
}

export type CaseAction =
  | 'edit'
  | 'submit'
  | 'supplement'
  | 'withdraw'
  | 'rate'
  | 'discard'
  /** Say something to the preliminary result. */
  | 'feedback'
  /** Say something in the conversation, and call the problem solved. */
  | 'message'
  | 'solved';
export type RatingGrade = 1 | 2 | 3 | 4 | 5;

/** Answer of `GET /cases`. */
export interface CasePage extends Page<CaseSummary> {
  /** 「医保易办的办件记录」 */
  readonly source: string;
  readonly asOf: Instant;
}

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
  /** Read from the platform just now. */
  readonly readings: readonly Reading[];
  /** 估算 of the maternity allowance, where the case asks for one. */
  readonly estimate: AllowanceEstimate | null;
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
