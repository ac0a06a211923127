import type { UploadView } from './cases.ts';
import type { CalendarDate, Instant, Page, RegionCode } from './values.ts';

/** What the principal is to the proxy: 「妈妈」 is `mother`. */
export type GrantRelation =
  | 'spouse'
  | 'father'
  | 'mother'
  | 'child'
  | 'parent-in-law'
  | 'grandparent'
  | 'grandchild'
  | 'sibling'
  | 'ward'
  | 'other';

/**
 * What a grant (委托) rests on.
 * `signature`: the principal's own, after their credential was scanned; on their phone or on the proxy's.
 * `letter`: a photographed authorization letter with both identity documents; an officer checks it.
 * `guardian`: of a minor, by household register or birth certificate; an officer checks it.
 */
export type GrantEvidence = 'signature' | 'letter' | 'guardian';

export type GrantState =
  /** Asked for, not signed yet. */
  | 'requested'
  /** The link was not used in time. */
  | 'lapsed'
  /** The one who was asked said no. */
  | 'refused'
  /** In force; an officer has yet to check the papers, at the first case that is filed under it. Can be filed under. */
  | 'awaiting-check'
  /** In force. */
  | 'active'
  /** An officer did not accept the papers; `reason` says why. */
  | 'papers-refused'
  | 'expired'
  /** Ended by the principal. */
  | 'revoked'
  /** Ended by the proxy: given back, or a request that was taken back. */
  | 'given-back';

/** Which side of a grant the viewer is on. */
export type GrantSide = 'principal' | 'proxy';

export interface GrantView {
  readonly id: string;
  readonly side: GrantSide;
  /** Masked; null while nobody has scanned or signed. */
  readonly principal: { readonly name: string } | null;
  /** Masked. */
  readonly proxy: { readonly name: string };
  /** What the principal is to the proxy. */
  readonly relation: GrantRelation;
  /** The region that it holds in; null until the principal is known: it is theirs. */
  readonly region: RegionCode | null;
  /** Null: all that may be filed for another. */
  readonly items: readonly { readonly id: string; readonly name: string }[] | null;
  /** Last day. */
  readonly until: CalendarDate;
  readonly evidence: GrantEvidence;
  readonly state: GrantState;
  /** In force now: cases can be filed under it. */
  readonly usable: boolean;
  /** The state in a sentence, with what to do next. */
  readonly said: string;
  /** An officer's, of papers that were refused. */
  readonly reason: string | null;
  /** The principal is told of each submission, besides the proxy; theirs to choose (`PATCH /grants/{id}`). */
  readonly tellPrincipal: boolean;
  /** There is a signed letter: `GET /grants/{id}/letter` is its PDF. */
  readonly hasLetter: boolean;
  /** Photos of the papers, for the proxy who sent them; empty for the principal. */
  readonly papers: readonly UploadView[];
  /** Of a request that waits: for the asker alone, else null. */
  readonly link: GrantLink | null;
  readonly createdAt: Instant;
  readonly signedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** What the proxy shows as a link or QR: the page `packages/proxy/sign/index?code=…`. */
export interface GrantLink {
  /** Twelve characters of `23456789ABCDEFGHJKMNPQRSTUVWXYZ`; used once. */
  readonly code: string;
  readonly expiresAt: Instant;
}

/** Newest first. */
export type GrantPage = Page<GrantView>;

/** Photos of the papers, by upload id (`purpose: photo`). */
export interface GrantPapers {
  /** `letter`: 授权委托书, signed on paper. */
  readonly letter?: readonly string[];
  /** `letter`: identity document of the principal, both sides. */
  readonly principalIdentity?: readonly string[];
  /** `letter`: identity document of the proxy, both sides. */
  readonly proxyIdentity?: readonly string[];
  /** `guardian`: 户口簿 or 出生医学证明, the pages that show both. */
  readonly kinship?: readonly string[];
}

/**
 * `POST /grants`, with `Idempotency-Key`. The caller becomes the proxy.
 * `signature`: gives a request with its link, or for signing on the caller's own phone.
 * `letter`, `guardian`: `region`, `principal` and `papers` are needed; gives a grant that can be filed under at once.
 */
export interface AskGrant {
  readonly evidence: GrantEvidence;
  readonly relation: GrantRelation;
  /** Null or left out: all that may be filed for another. */
  readonly items?: readonly string[] | null;
  /** From today to the region's longest term (`GrantTerms.latest`). */
  readonly until: CalendarDate;
  /** Where the principal is insured; for `letter` and `guardian`. */
  readonly region?: RegionCode;
  /** As on the ID card; for `letter` and `guardian`. */
  readonly principal?: { readonly name: string; readonly idNo: string };
  readonly papers?: GrantPapers;
}

/** `GET /grants/terms`: what may be asked for. */
export interface GrantTerms {
  /** The last day that a grant may have. */
  readonly latest: CalendarDate;
  /** The day put forward: a year from now, or `latest`. */
  readonly proposed: CalendarDate;
  /** Items that may be filed for another, in the caller's region, or in that of `?region=`. */
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What the one who is asked sees before signing: `GET /grants/requests/{code}`, from any session; and the answer of
 * `POST /grants/{id}/principal`, on the proxy's phone. Names are masked until the reader has scanned their credential.
 */
export interface GrantRequestView {
  readonly id: string;
  /** `requested`: can be signed; else the state in which the link finds it. */
  readonly state: GrantState;
  readonly said: string;
  readonly proxy: { readonly name: string; readonly idNo: string };
  /** Who would sign: whose credential was scanned in this session, or on the proxy's phone; null before. */
  readonly principal: { readonly name: string; readonly idNo: string } | null;
  readonly relation: GrantRelation;
  /** Null: all that may be filed for another. */
  readonly items: readonly { readonly id: string; readonly name: string }[] | null;
  readonly until: CalendarDate;
  /** The words of the letter, a paragraph each: to be shown and read aloud. */
  readonly letter: readonly string[];
  readonly expiresAt: Instant;
}

/**
 * `POST /grants/{id}/sign`, with `Idempotency-Key`.
 * On the principal's own phone: the caller is the principal, `code` is that of the link.
 * On the proxy's phone: the caller is the proxy, within ten minutes after `POST /grants/{id}/principal`; no `code`.
 */
export interface SignGrant {
  /** Upload of the handwriting (`purpose: signature`), sent by the caller. */
  readonly signature: string;
  readonly code?: string;
  /** Left out: true. */
  readonly tellPrincipal?: boolean;
}

/** Of a case that is filed under a grant. */
export interface CaseGrant {
  readonly id: string;
  readonly relation: GrantRelation;
  readonly state: GrantState;
  /** The proxy may go on with this case: under this grant, or under another from the same principal. */
  readonly usable: boolean;
  /** Why not, and what to do; or what is yet to be checked. Null where there is nothing to say. */
  readonly said: string | null;
}

/** What an officer sees of the grant that a case is filed under. */
export interface OfficerGrant {
  readonly id: string;
  readonly proxy: { readonly name: string; readonly idNo: string; readonly phone: string | null };
  readonly relation: GrantRelation;
  readonly evidence: GrantEvidence;
  readonly state: GrantState;
  readonly items: readonly { readonly id: string; readonly name: string }[] | null;
  readonly until: CalendarDate;
  readonly signedAt: Instant | null;
  /** False: the papers are to be checked. Accepting then needs `grantChecked: true`, else `grant-unchecked`. */
  readonly confirmed: boolean;
  /** Photos, by the paper they are of: `letter`, `principalIdentity`, `proxyIdentity`, `kinship`. */
  readonly papers: readonly { readonly paper: keyof GrantPapers; readonly photos: readonly UploadView[] }[];
  /** The signed letter: `GET /agency/cases/{id}/documents/authorization-letter`. */
  readonly hasLetter: boolean;
  /** What an officer should know: someone who acts for many people. */
  readonly flags: readonly { readonly code: 'acts-for-many'; readonly message: string }[];
}

/** A proxy who acts for more people than the region's data call usual: `GET /agency/proxies`. */
export interface BusyProxy {
  readonly id: string;
  /** Masked; who closed their account has no number any more. */
  readonly name: string;
  readonly idNo: string | null;
  /** People, without minors whose guardianship was checked. */
  readonly principals: number;
  /** Cases filed for them. */
  readonly cases: number;
  readonly since: Instant;
}
export type BusyProxyPage = Page<BusyProxy>;
