import type { CaseView } from './cases.ts';
import type { ConsentView } from './consents.ts';
import type { GrantView } from './grants.ts';
import type { UnitView } from './units.ts';
import type { InboxEntry } from './inbox.ts';

/** `GET /me/export`: everything that is kept about a person. */
export interface PersonalData {
  readonly exportedAt: string;
  readonly person: {
    readonly name: string;
    readonly idNo: string;
    readonly idType: string;
    readonly gender: string;
    readonly birthday: string | null;
    readonly nationality: string;
    readonly psnNo: string | null;
    readonly division: string;
    readonly phone: string | null;
    readonly region: string | null;
  };
  readonly cases: readonly CaseView[];
  readonly inbox: readonly InboxEntry[];
  /** Given and received. */
  readonly grants: readonly GrantView[];
  /** Units that the person acts for. */
  readonly units: readonly UnitView[];
  /** What the person agreed to, and what they withdrew. */
  readonly consents: readonly ConsentView[];
}

/** `DELETE /me`. */
export interface AccountClosing {
  readonly closedAt: string;
  /** Numbers of filed cases: the agency's records, kept as the law on archives wants it. */
  readonly keptCases: readonly string[];
}
