/** Which officer may do what with a case (domain.md, rules 2 and 8). Pure. */
import type { OfficerAction, OfficerRole } from '@yiban/shared-types/agency';
import type { CaseStatus } from '@yiban/shared-types/cases';
import { eventsAt, type CaseEvent } from '../transitions.js';

const actionOfEvent: Readonly<Partial<Record<CaseEvent, OfficerAction>>> = {
  accept: 'accept',
  decline: 'decline',
  'ask-supplement': 'supplement',
  'begin-review': 'claim',
  pass: 'pass',
  reject: 'reject',
  'send-back': 'send-back',
  pay: 'pay',
};

/** Duties of which one officer may have one on a case: first review, second review, payment, expert review. */
export const separateDuties = ['first-review', 'second-review', 'expert-review', 'payment'] as const;

/** What the officer could do with a case at that status, given the duties they had on it and the notices it had. */
export function officerActions(
  status: CaseStatus,
  roles: readonly OfficerRole[],
  { ownDuties, notices }: { readonly ownDuties: readonly string[]; readonly notices: number },
): readonly OfficerAction[] {
  if (isBarred(status, ownDuties)) return [];
  // The first notice is for those who handle the case, a second one for a supervisor.
  const noticeBy = roles.filter((role) => (role === 'supervisor') === notices > 0);
  return eventsAt(status, roles).flatMap((event): OfficerAction[] => {
    if (event === 'ask-supplement' && !eventsAt(status, noticeBy).includes(event)) return [];
    const action = actionOfEvent[event];
    return action === undefined ? [] : [action];
  });
}

/** True when the case is at a duty that the officer may not have, having had another. */
export function isBarred(status: CaseStatus, ownDuties: readonly string[]): boolean {
  return isSeparate(status) && ownDuties.some((duty) => duty !== status && isSeparate(duty));
}

export function isSeparate(duty: string): boolean {
  return separateDuties.some((one) => one === duty);
}
