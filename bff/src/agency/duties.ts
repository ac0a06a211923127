/** Which officer may do what with a case (domain.md, rule 8). Pure. */
import type { OfficerAction, OfficerRole } from '@yiban/shared-types/agency';
import type { CaseStatus } from '@yiban/shared-types/cases';
import { eventsAt, type CaseEvent } from '../cases/transitions.js';

const actionOfEvent: Readonly<Partial<Record<CaseEvent, OfficerAction>>> = {
  accept: 'accept',
  decline: 'decline',
  'ask-supplement': 'supplement',
  pass: 'pass',
  reject: 'reject',
  'send-back': 'send-back',
  pay: 'pay',
};

/** Duties of which one officer may have one on a case: first review, second review, payment, expert review. */
export const separateDuties = ['first-review', 'second-review', 'expert-review', 'payment'] as const;

/** What the officer could do with a case at that status, given the duties they had on it. */
export function officerActions(
  status: CaseStatus,
  roles: readonly OfficerRole[],
  ownDuties: readonly string[],
): readonly OfficerAction[] {
  const barred = ownDuties.some((duty) => duty !== status && isSeparate(duty)) && isSeparate(status);
  const events = eventsAt(status, roles);
  return events.flatMap((event): OfficerAction[] => {
    if (event === 'begin-review') return ['claim'];
    if ((event === 'pass' || event === 'pay' || event === 'reject') && barred) return [];
    const action = actionOfEvent[event];
    return action === undefined ? [] : [action];
  });
}

export function isSeparate(duty: string): boolean {
  return separateDuties.some((one) => one === duty);
}
