/** What the insurance platform knows, in this product's words. Money is integer fen, dates are yyyy-MM-dd. */

/** Who is asked for. A credential token lives 15 minutes; a number is asked for together with the name. */
export type PlatformIdentity =
  | {
      readonly by: 'credential';
      readonly token: string;
      readonly idType: string;
      readonly idNo: string;
      readonly name: string;
    }
  | { readonly by: 'id-number'; readonly idType: string; readonly idNo: string; readonly name: string };

/** An answer with its source: shown beside live data, kept with a case. */
export interface Answered<T> {
  readonly value: T;
  /** The platform's message id (inf_refmsgid). */
  readonly messageId: string;
  /** When the platform answered, instant in UTC. */
  readonly answeredAt: string;
}

export interface PersonRecord {
  readonly psnNo: string;
  /** psn_cert_type, two digits: 01 ID card, 04 港 05 澳 06 台 07 永居 08 passport 17 港澳台居住证 … */
  readonly idType: string;
  readonly idNo: string;
  readonly name: string;
  readonly gender: 'male' | 'female' | 'unknown';
  readonly birthday: string;
  /** naty, 民族 (GB/T 3304): 01 汉族 … */
  readonly ethnicity: string;
  /** One row per insurance and period; `activeEnrolment` picks the one that counts. */
  readonly enrolments: readonly Enrolment[];
  readonly identities: readonly SpecialIdentity[];
}

export type EnrolmentStatus = 'none' | 'active' | 'paused' | 'invalid' | 'ended' | 'unknown';
export type Insurance = 'employee' | 'resident' | 'maternity' | 'other';
export type PersonCategory = 'working' | 'flexible' | 'retired' | 'child' | 'student' | 'adult' | 'senior' | 'other';

export interface Enrolment {
  readonly insurance: Insurance;
  /** Code as sent: 310, 390, 510 … */
  readonly insutype: string;
  readonly category: PersonCategory;
  /** Code as sent: 1101, 1201, 1501 … */
  readonly psnType: string;
  readonly status: EnrolmentStatus;
  readonly since: string | null;
  readonly pausedSince: string | null;
  readonly civilServant: boolean;
  /** 医保区划 of the insured place. */
  readonly division: string;
  readonly employer: string | null;
  readonly balance: number;
}

/** 特殊人员身份: 低保, 特困 … with the period it holds for. */
export interface SpecialIdentity {
  readonly type: string;
  readonly level: string;
  readonly memo: string;
  readonly since: string | null;
  readonly until: string | null;
}

export interface Account {
  readonly insutype: string;
  readonly year: string;
  readonly balance: number;
  readonly status: 'open' | 'closed';
}

export interface AccountMovement {
  readonly date: string;
  readonly kind: string;
  readonly amount: number;
  readonly balance: number;
  readonly memo: string;
}

export interface PaymentYear {
  readonly year: string;
  readonly insutype: string;
  readonly months: number;
  readonly base: number;
  readonly personal: number;
  readonly employer: number;
  readonly subsidy: number;
  readonly status: 'paid' | 'partly' | 'unpaid';
}

export interface RemoteRegistration {
  readonly registrationNo: string;
  /** rloc_coty_type: 1 resettled retiree, 2 long-term resident, 3 posted worker, 4 referral. */
  readonly kind: string;
  readonly destination: string;
  readonly address: string;
  readonly begins: string;
  readonly ends: string | null;
  readonly inForce: boolean;
}

export interface Referral {
  readonly registrationNo: string;
  readonly hospital: string;
  readonly diagnosis: string;
  readonly destination: string;
  readonly begins: string;
  readonly ends: string | null;
  readonly inForce: boolean;
}

export interface MaternityRegistration {
  readonly registrationNo: string;
  readonly begins: string;
  readonly ends: string | null;
  readonly inForce: boolean;
}

export interface ChronicEntitlement {
  readonly registrationNo: string;
  readonly diseaseCode: string;
  readonly disease: string;
  readonly hospital: string;
  readonly begins: string;
  readonly ends: string | null;
  readonly inForce: boolean;
}

export interface Employer {
  readonly creditCode: string;
  readonly name: string;
  readonly status: EnrolmentStatus;
  readonly division: string;
  readonly members: number;
  /** Average monthly wage of last year, the base of the maternity allowance; null when the bureau has none. */
  readonly averageMonthlyWage: number | null;
  readonly handler: { readonly name: string; readonly idNo: string } | null;
}

/** A commitment letter that turned out to be untrue: its signer can't choose 告知承诺制 again. */
export interface FalseCommitment {
  readonly item: string;
  readonly found: string;
  readonly until: string | null;
}

export interface TransferLetter {
  readonly letterNo: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly sent: string;
  /** 信息表 of the agency that was written to; null until it has come. */
  readonly information: TransferInformation | null;
  /** 转移资金; null until it has come. */
  readonly funds: { readonly amount: number; readonly received: string } | null;
}

/** What the former agency says of the person's insurance there. */
export interface TransferInformation {
  readonly sheetNo: string;
  readonly received: string;
  readonly insutype: string;
  readonly from: string;
  readonly until: string;
  readonly months: number;
}

/** What another authority has on record of a person; `other` when the kind is none that this product knows. */
export interface SharedRecord {
  readonly kind: 'birth' | 'marriage' | 'fertility' | 'death' | 'other';
  readonly date: string;
  readonly authority: string;
}

/** The facts a third party needs on a 参保凭证. */
export interface CertificateFacts {
  readonly certificateNo: string;
  readonly division: string;
  readonly insutype: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly balance: number;
}

export interface CodeEntry {
  readonly code: string;
  readonly name: string;
}

/** The row that counts: the active one of that insurance, or else of any. */
export function activeEnrolment(enrolments: readonly Enrolment[], insurance?: Insurance): Enrolment | undefined {
  const active = enrolments.filter((row) => row.status === 'active');
  return insurance === undefined
    ? (active.find((row) => row.insurance !== 'maternity') ?? active[0])
    : active.find((row) => row.insurance === insurance);
}
