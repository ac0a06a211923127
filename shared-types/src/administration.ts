/** What an administrator of a region and the BFF say to each other. */
import type { OfficerRole } from './agency.ts';
import type { ItemPage, Office, RuleDifference, TimeLimit } from './catalogue.ts';
import type { CalendarDate, Instant } from './values.ts';

/** Where citizens go and call; each field replaces what stood there. */
export interface RegionContacts {
  readonly agency: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
  readonly complaintPhone: string;
  readonly delivery: string;
  readonly offices: readonly Office[];
}

/** A required paper as it stands in the catalogue. What is not named here goes back as it came. */
export interface EditableMaterial {
  readonly id: string;
  readonly name: string;
  /** With a condition: `when` says it in words. */
  readonly required: boolean | { readonly when: string; readonly [condition: string]: unknown };
  readonly note?: string | undefined;
  readonly anyOf: readonly EditableAlternative[];
}

export interface EditableAlternative {
  readonly id: string;
  readonly kind: 'credential' | 'photo' | 'generated' | 'commitment' | 'data';
  readonly name: string;
  /** Of a photo: how to take it. */
  readonly tip?: string | undefined;
  readonly [other: string]: unknown;
}

/** What of an item can be changed as data. */
export interface EditableItem {
  readonly summary: string;
  readonly description: string;
  readonly eligibility: string;
  readonly process: readonly string[];
  readonly channels: readonly string[];
  readonly onSite: string | null;
  /** Cases carry their conditions along. */
  readonly timeLimit: TimeLimit;
  readonly materials: readonly EditableMaterial[];
}

export interface EditedItem {
  readonly id: string;
  readonly name: string;
  /** The law's limit, which a region may only tighten. */
  readonly statutoryLimit: TimeLimit;
  readonly fields: EditableItem;
}

export interface RulesChange {
  readonly region?: Partial<RegionContacts>;
  readonly items?: Readonly<Record<string, Partial<EditableItem>>>;
}

export type VersionState = 'pending' | 'in-effect' | 'superseded' | 'cancelled';

/** One change on file: who, when, why, and when it takes effect. */
export interface RulesVersion {
  readonly ordinal: number;
  readonly madeAt: Instant;
  readonly by: string;
  /** The document that it rests on. */
  readonly basis: string;
  readonly effectiveAt: Instant;
  readonly state: VersionState;
  /** What it touches: 「异地安置退休人员备案：办理时限」. */
  readonly touches: readonly string[];
}

/** The region as its administrator sees it, as of a day. */
export interface RegionRules {
  /** Of the newest version on file: a change says which one it was made over. */
  readonly newest: number;
  readonly name: string;
  readonly contacts: RegionContacts;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly versions: readonly RulesVersion[];
}

/** How a change would read, before anybody is held to it. */
export interface RulesPreview {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly differences: readonly RuleDifference[];
    /** The citizen's item page with the change in it; only of the items that the change names. */
    readonly page: ItemPage | null;
  }[];
  /** Drafts that would read differently, and cases that keep the rules they were submitted under. */
  readonly drafts: number;
  readonly openCases: number;
}

export interface Holiday {
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly workdays: readonly CalendarDate[];
}

export interface HolidayYear {
  readonly year: number;
  /** `known`: delivered with the product; `imported`: by an administrator; `missing`: dates in it are provisional. */
  readonly state: 'known' | 'imported' | 'missing';
  readonly basis: string | null;
  readonly by: string | null;
  readonly at: Instant | null;
}

/** What was read from a notice, before it counts. */
export interface HolidayPreview {
  readonly holidays: readonly Holiday[];
  readonly faults: readonly string[];
}

/** An officer as their administrator sees them. */
export interface OfficerAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** Number that citizens see instead of the name. */
  readonly badge: string;
  readonly roles: readonly OfficerRole[];
  readonly state: 'invited' | 'active' | 'locked' | 'blocked';
  /** Until when it is locked after wrong logins; else null. */
  readonly lockedUntil: Instant | null;
  readonly lastLoginAt: Instant | null;
}

/** Handed to the officer in person: with it they choose a password and set up their authenticator. */
export interface Invitation {
  readonly officer: OfficerAccount;
  readonly code: string;
  readonly validUntil: Instant;
}

/** Where an officer is logged in. */
export interface OfficerLoginView {
  readonly id: string;
  readonly since: Instant;
  readonly until: Instant;
  readonly own: boolean;
}

/** What an authenticator app takes: by its QR code, or typed. */
export interface AuthenticatorSecret {
  readonly secret: string;
  readonly uri: string;
  /** Its QR code, as an address of the picture itself (`data:`). */
  readonly picture: string;
}
