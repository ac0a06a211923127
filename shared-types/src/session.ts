import type { Instant, RegionCode } from './values.ts';

export interface SessionTokens {
  /** Bearer token, 15 minutes. */
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Instant;
  /** Rotates with each use; using an old one again ends the whole family. */
  readonly refreshToken: string;
  /** Null until a credential was scanned. */
  readonly person: PersonView | null;
}

/** Where somebody is logged in. */
export interface LoginView {
  readonly id: string;
  readonly inWechat: boolean;
  readonly since: Instant;
  /** To a quarter of an hour. */
  readonly usedLast: Instant;
  /** This one. */
  readonly own: boolean;
}

/** A person as shown on the phone: masked. */
export interface PersonView {
  readonly name: string;
  readonly idNo: string;
  readonly phone: string | null;
  readonly region: RegionCode | null;
  readonly regionName: string | null;
  /** False for someone whom the credential names no insured place for: insured nowhere yet. */
  readonly insured: boolean;
}

export interface EnrolmentView {
  readonly insurance: string;
  readonly insuranceName: string;
  readonly status: string;
  readonly statusName: string;
  readonly personType: string;
  readonly employer: string | null;
  readonly division: string;
  readonly since: string | null;
}

export interface EnrolmentsView {
  readonly person: PersonView;
  readonly enrolments: readonly EnrolmentView[];
  /** 「国家医保信息平台」 and the time it was asked. */
  readonly source: string;
  readonly asOf: Instant;
}

export interface RegistrationView {
  readonly id: string;
  /** rloc_coty_type: 1 resettled retiree, 2 long-term resident, 3 posted worker, 4 referral. */
  readonly kind: string;
  /** The item under which such a registration is made and cancelled. */
  readonly item: string | null;
  readonly kindName: string;
  readonly destination: string;
  readonly begins: string;
  readonly ends: string | null;
}

export interface RegistrationsView {
  readonly registrations: readonly RegistrationView[];
  readonly source: string;
  readonly asOf: Instant;
}
