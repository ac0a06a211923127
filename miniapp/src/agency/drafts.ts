/** What an officer has written for a case so far: kept while forms open and close, and when the case is read again. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { NoticeDraft } from './notice-draft';
import { emptySettlement, type TypedLine } from './settlement-draft';

export interface GrantRefusal {
  readonly reason: string;
  /** What becomes of the case; null while it is not said. */
  readonly outcome: 'decline' | 'supplement' | null;
}

export interface Drafts {
  readonly reason: string;
  readonly notice: NoticeDraft;
  readonly settlement: readonly TypedLine[];
  readonly grantRefusal: GrantRefusal;
}

export function firstDrafts(view: OfficerCaseView): Drafts {
  return {
    reason: '',
    notice: { reasons: {}, supervisorReason: '' },
    settlement: emptySettlement(view),
    grantRefusal: { reason: '', outcome: null },
  };
}
