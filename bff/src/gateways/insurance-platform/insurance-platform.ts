import type {
  Account,
  AccountMovement,
  Answered,
  CertificateFacts,
  ChronicEntitlement,
  CodeEntry,
  Employer,
  FalseCommitment,
  MaternityRegistration,
  PaymentYear,
  PersonRecord,
  PlatformIdentity,
  Referral,
  RemoteRegistration,
  SharedRecord,
  TransferLetter,
} from './platform-records.js';
import type { Operation } from './transactions.js';

/** An insured person as the platform files them; the division goes into the envelope whenever psn_no is sent. */
export interface InsuredPerson {
  readonly psnNo: string;
  readonly division: string;
}

/** Who does the deed. `id` is our own account id, never an ID number. */
export interface PlatformOperator {
  readonly kind: 'officer' | 'mobile';
  readonly id: string;
  readonly name: string;
}

export interface Deed {
  /** A write of `transactions.ts`: `register-remote-care`, `record-payment` … */
  readonly operation: Operation;
  readonly region: string;
  /** Our own key. The platform answers the first answer again when it has seen it, so a deed may be repeated. */
  readonly key: string;
  /** The insured person, where the deed is about one; fills psn_no and the division. */
  readonly person?: InsuredPerson;
  /** Platform field → value; money in yuan with two decimals, dates yyyy-MM-dd. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  readonly operator: PlatformOperator;
}

export type DeedAnswer =
  | {
      readonly accepted: true;
      /** The platform's message id. */
      readonly messageId: string;
      /** Our message id: what a reversal (2601) names as omsgid. */
      readonly requestId: string;
      /** Fields of the result, as text: `trt_dcla_detl_sn` is the registration's number. */
      readonly output: Readonly<Record<string, string>>;
    }
  | {
      readonly accepted: false;
      /** The bureau's code. */
      readonly code: string;
      /** The bureau's sentence, freed of what we sent: for officers, not for citizens. */
      readonly message: string;
    };

/**
 * 医保信息平台 (定点医药机构接口规范). Reads throw GatewayRefused when the platform says no.
 * Everything throws GatewayUnavailable when there is no usable answer; after a `transact` with delivery `unknown`
 * ask `outcome` before sending again.
 */
export interface InsurancePlatform {
  /** The region a 医保区划 belongs to, or undefined when this product doesn't serve it. */
  regionOf(division: string): string | undefined;

  person(region: string, identity: PlatformIdentity): Promise<Answered<PersonRecord>>;
  accounts(region: string, person: InsuredPerson): Promise<Answered<readonly Account[]>>;
  accountMovements(
    region: string,
    person: InsuredPerson,
    period: Period,
  ): Promise<Answered<readonly AccountMovement[]>>;
  paymentYears(region: string, person: InsuredPerson): Promise<Answered<readonly PaymentYear[]>>;
  remoteRegistrations(region: string, person: InsuredPerson): Promise<Answered<readonly RemoteRegistration[]>>;
  referrals(region: string, person: InsuredPerson): Promise<Answered<readonly Referral[]>>;
  maternityRegistrations(region: string, person: InsuredPerson): Promise<Answered<readonly MaternityRegistration[]>>;
  chronicEntitlements(region: string, person: InsuredPerson): Promise<Answered<readonly ChronicEntitlement[]>>;
  falseCommitments(region: string, person: InsuredPerson): Promise<Answered<readonly FalseCommitment[]>>;
  transferLetters(region: string, person: InsuredPerson): Promise<Answered<readonly TransferLetter[]>>;
  certificateFacts(region: string, person: InsuredPerson): Promise<Answered<CertificateFacts>>;
  employer(region: string, creditCode: string): Promise<Answered<Employer>>;
  /** The unit through which the person is insured; throws GatewayRefused where there is none. */
  employerOf(region: string, person: InsuredPerson): Promise<Answered<Employer>>;
  /** Births, marriages, fertility registrations and deaths, by data sharing between authorities. */
  sharedRecords(region: string, person: InsuredPerson): Promise<Answered<readonly SharedRecord[]>>;
  codeTable(region: string, type: string): Promise<Answered<readonly CodeEntry[]>>;

  transact(deed: Deed): Promise<DeedAnswer>;
  /** What became of a deed; `unknown` means the platform has no trace of the key: sending it again is safe. */
  outcome(of: {
    readonly operation: Operation;
    readonly region: string;
    readonly key: string;
  }): Promise<DeedAnswer | 'unknown'>;
}

/** Both days included, yyyy-MM-dd. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
