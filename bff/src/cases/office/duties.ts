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

/** A claim nobody worked on for so long is free again. */
export const claimMs = 30 * 60_000;

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

const duties: Readonly<Partial<Record<string, string>>> = {
  submitted: '受理',
  accepted: '初审',
  'first-review': '初审',
  'second-review': '复核',
  'expert-review': '专家评审',
  'site-assessment': '现场评估',
  'public-notice': '公示',
  payment: '拨付',
};

/** Why the officer can do nothing with the case, in words; null where they can, or where it has ended. */
export function whyNothing(
  status: CaseStatus,
  roles: readonly OfficerRole[],
  about: {
    readonly ownDuties: readonly string[];
    readonly notices: number;
    /** The case is the officer's own: as applicant, proxy or patient. */
    readonly involved: boolean;
    /** Decided at once, and being registered upstream. */
    readonly granting: boolean;
  },
): string | null {
  const duty = duties[status];
  if (about.involved && duty !== undefined) return '这个办件和您本人有关，要由同事办理。';
  if (about.granting) return '条件都符合，系统正在登记到医保平台，不用人办。';
  if (status === 'supplement') return '在等申请人补正，计时暂停；补齐后会回到队列。';
  if (duty === undefined || officerActions(status, roles, about).length > 0) return null;
  if (isBarred(status, about.ownDuties)) {
    const had = about.ownDuties.find((one) => one !== status && isSeparate(one)) ?? '';
    return `您办过这个办件的「${duties[had] ?? had}」，「${duty}」要由另一位同事办理。`;
  }
  return `现在等「${duty}」，您的岗位不办这一步。`;
}

/** True when the case is at a duty that the officer may not have, having had another. */
export function isBarred(status: CaseStatus, ownDuties: readonly string[]): boolean {
  return isSeparate(status) && ownDuties.some((duty) => duty !== status && isSeparate(duty));
}

export function isSeparate(duty: string): boolean {
  return separateDuties.some((one) => one === duty);
}
