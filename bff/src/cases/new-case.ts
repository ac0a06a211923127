import { Case } from './case.entity.js';

/** What a new case begins with; the rest is empty until something happens to it. */
export type NewCase = Pick<
  Case,
  'id' | 'region' | 'item' | 'personId' | 'applicantId' | 'sealedForm' | 'sealedNames' | 'draftKey' | 'createdAt'
> &
  Partial<Pick<Case, 'grantId' | 'unitHandlerId' | 'unitIndex'>>;

export function newCase(given: NewCase): Case {
  return Object.assign(new Case(), {
    number: null,
    numberEnd: null,
    status: 'draft' as const,
    outcome: null,
    version: 1,
    grantId: null,
    unitHandlerId: null,
    unitIndex: null,
    dueAt: null,
    dueProvisional: false,
    rulesVersion: null,
    limitDays: null,
    stoppedDays: 0,
    stoppedOn: null,
    acceptedOn: null,
    supplementFrom: null,
    unmetRules: '[]',
    sealedSettlement: null,
    sealedReason: null,
    paymentId: null,
    claimedBy: null,
    claimedAt: null,
    handedUntil: null,
    updatedAt: given.createdAt,
    submittedAt: null,
    closedAt: null,
    ...given,
  });
}
