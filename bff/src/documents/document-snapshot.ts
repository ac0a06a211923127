/**
 * The facts that papers are written from, as they stood when the paper was issued: plain readonly values that a service
 * gathers once. Names and numbers are whole; each paper decides what it masks.
 */
import type { DocumentKind, Row, Verification } from './document-content.js';

/** ISO-8601 UTC. */
type Instant = string;
/** yyyy-MM-dd in Asia/Shanghai. */
type CalendarDate = string;
type Fen = number;

export interface AgencySnapshot {
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
  readonly complaintPhone: string;
}

export interface PersonSnapshot {
  readonly name: string;
  readonly idNo: string;
  readonly phone: string | null;
}

/** What every paper has. */
export interface PaperSnapshot {
  readonly issuedAt: Instant;
  readonly regionName: string;
  readonly agency: AgencySnapshot;
  readonly verification: Verification | null;
}

export interface CaseSnapshot extends PaperSnapshot {
  readonly item: { readonly name: string; readonly code: string | null };
  /** Null before submission. */
  readonly caseNumber: string | null;
  readonly submittedAt: Instant | null;
  readonly applicant: PersonSnapshot;
  /** Who files for the applicant. */
  readonly proxy: (PersonSnapshot & { readonly relation: string | null }) | null;
}

export interface MaterialSnapshot {
  readonly name: string;
  /** How it was handed in: 「拍照上传」, 「个人承诺书」, 「已核验医保电子凭证」. */
  readonly shown: string;
  /** Photographed pages; null where nothing was photographed. */
  readonly pages: number | null;
}

/** Handwriting from the screen. */
export interface SignatureSnapshot {
  readonly role: 'applicant' | 'proxy';
  readonly name: string;
  /** PNG; null leaves a line to sign on by hand. */
  readonly image: Uint8Array | null;
  readonly signedAt: Instant | null;
}

export interface DueSnapshot {
  readonly date: CalendarDate;
  readonly workingDays: number;
  /** The year's holidays are not published yet. */
  readonly provisional: boolean;
}

export interface AcceptanceSnapshot extends CaseSnapshot {
  readonly acceptedAt: Instant;
  /** Null for items decided at once. */
  readonly due: DueSnapshot | null;
  readonly materials: readonly MaterialSnapshot[];
}

export interface NoticeSnapshot extends CaseSnapshot {
  readonly notice: {
    readonly items: readonly { readonly subject: string; readonly reason: string }[];
    /** Last day for the supplement. */
    readonly until: CalendarDate;
  };
}

export interface RefusalSnapshot extends CaseSnapshot {
  readonly refusal: {
    readonly decidedAt: Instant;
    readonly reason: string;
    /** Law and rule it rests on: 「《…》第六条」. */
    readonly basis: readonly string[];
    /** What the applicant can do instead, in plain words. */
    readonly advice: string | null;
    /** Named where the region's data name them. */
    readonly reviewAuthority: string | null;
    readonly court: string | null;
  };
}

export interface FormSnapshot extends CaseSnapshot {
  /** As the list of materials calls the form; papers issued earlier do not say it. */
  readonly formName?: string;
  readonly form: readonly Row[];
  readonly materials: readonly MaterialSnapshot[];
  readonly signatures: readonly SignatureSnapshot[];
}

export interface RegistrationSnapshot extends FormSnapshot {
  /** Null until it is registered. */
  readonly registration: {
    /** Serial number at the platform. */
    readonly number: string;
    readonly from: CalendarDate;
    /** Null where it holds until changed. */
    readonly until: CalendarDate | null;
    readonly decidedAt: Instant;
  } | null;
}

export interface CommitmentSnapshot extends CaseSnapshot {
  readonly letter: { readonly name: string; readonly paragraphs: readonly string[] };
  readonly signatures: readonly SignatureSnapshot[];
}

export interface AuthorizationSnapshot extends PaperSnapshot {
  readonly number: string | null;
  readonly principal: PersonSnapshot;
  readonly proxy: PersonSnapshot & { readonly relation: string | null };
  /** Names of the items the proxy may file; null means all. */
  readonly items: readonly string[] | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** The principal's. */
  readonly signature: { readonly image: Uint8Array | null; readonly signedAt: Instant | null };
}

export interface SettlementSnapshot extends CaseSnapshot {
  readonly settlement: {
    readonly lines: readonly {
      readonly category: string;
      readonly claimed: Fen;
      readonly approved: Fen;
      readonly reason: string | null;
    }[];
    readonly reviewedBy: string;
    readonly confirmedBy: string;
    readonly payee: { readonly name: string; readonly bank: string | null; readonly card: string } | null;
    /** The day on which the bank paid, or the instant of papers before there were batches; null before. */
    readonly paidAt: string | null;
  };
  readonly history: readonly {
    readonly at: Instant;
    readonly step: string;
    readonly actor: string;
    readonly reason: string | null;
  }[];
}

export interface EnrolmentSnapshot extends CaseSnapshot {
  readonly enrolment: {
    /** Number at the platform. */
    readonly certificateNo: string;
    readonly insurance: string;
    readonly status: string;
    readonly since: CalendarDate | null;
    readonly employer: string | null;
    /** Balance of the personal account; null where there is none. */
    readonly balance: Fen | null;
    readonly periods: readonly {
      /** yyyy-MM */
      readonly from: string;
      readonly until: string;
      readonly months: number;
      readonly insurance: string;
      readonly place: string;
    }[];
    /** When the platform was asked. */
    readonly asOf: Instant;
  };
}

interface SnapshotByKind {
  readonly 'acceptance-notice': AcceptanceSnapshot;
  readonly 'one-time-notice': NoticeSnapshot;
  readonly 'decline-notice': RefusalSnapshot;
  readonly 'rejection-notice': RefusalSnapshot;
  readonly 'registration-form': RegistrationSnapshot;
  readonly 'application-form': FormSnapshot;
  readonly 'commitment-letter': CommitmentSnapshot;
  readonly 'authorization-letter': AuthorizationSnapshot;
  readonly 'settlement-statement': SettlementSnapshot;
  readonly 'enrolment-certificate': EnrolmentSnapshot;
}

/** A kind of paper with the facts it needs. */
export type DocumentSnapshot = {
  readonly [Kind in DocumentKind]: { readonly kind: Kind; readonly facts: SnapshotByKind[Kind] };
}[DocumentKind];
