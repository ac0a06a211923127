/**
 * Every passing of a case, in one table; nothing else changes a status (domain.md, rule 1).
 * A row: from which statuses, on which event, to where, by whom, and what must hold besides.
 */
import type { CaseOutcome, CaseStatus } from '@yiban/shared-types/cases';
import type { OfficerRole } from '@yiban/shared-types/agency';
import { nextStatus, previousReview, type Flow } from './flow.js';

export type CaseEvent =
  | 'start'
  | 'submit'
  | 'accept'
  | 'begin-review'
  | 'pass'
  | 'send-back'
  | 'ask-supplement'
  | 'supplement'
  | 'decline'
  | 'reject'
  /** The bank paid. */
  | 'pay'
  /** The bank refused: the person puts the account right. */
  | 'refuse-payment'
  | 'grant'
  /** The institution says what it has against the preliminary result, or that it has nothing. */
  | 'feedback'
  /** The person says that the problem is solved. */
  | 'confirm-solved'
  | 'withdraw';

/** Who may cause an event: the person or their proxy, the system itself, or an officer of one of the roles. */
export type TransitionActor = 'applicant' | 'system' | OfficerRole;

export type Guard =
  /** The pre-check finds nothing in the way. */
  | 'checked'
  /** Every rule of an immediate item is met by data. */
  | 'immediate'
  /** A reason in words that the applicant will see. */
  | 'reason'
  /** The officer did none of the other duties on this case. */
  | 'separate-duty'
  /** The first supplement, or one with a supervisor's written reason. */
  | 'first-notice-or-supervisor'
  /** Amounts are settled: none above what was claimed. */
  | 'settled'
  /** A preliminary result was told, and the time for feedback is not over. */
  | 'feedback-open'
  /** Where a preliminary result is told: feedback was given, or its time is over. */
  | 'feedback-over'
  /** The last day of the public notice has passed. */
  | 'notice-over'
  /** In a conversation the last word is the agency's. */
  | 'answered'
  /** No decision stands yet. */
  | 'undecided'
  /** The bank gave this result to the payment that the case is in. */
  | 'told-by-bank'
  /** The case is in no payment. */
  | 'no-payment'
  /** The item is one that is talked about. */
  | 'conversation';

export interface Transition {
  readonly event: CaseEvent;
  readonly from: readonly CaseStatus[];
  readonly to: (flow: Flow, from: CaseStatus, supplementFrom: CaseStatus | null) => CaseStatus;
  readonly by: readonly TransitionActor[];
  readonly guards: readonly Guard[];
  readonly outcome: CaseOutcome;
}

const always =
  (status: CaseStatus): Transition['to'] =>
  () =>
    status;

const backOne: Transition['to'] = (flow, from) => previousReview(flow, from) ?? 'first-review';

const reviewing: readonly CaseStatus[] = [
  'first-review',
  'second-review',
  'expert-review',
  'site-assessment',
  'public-notice',
];
const open: readonly CaseStatus[] = ['submitted', 'accepted', 'supplement', ...reviewing];

export const transitions: readonly Transition[] = [
  // Proactive service (主动服务): the agency starts the case, the person is told.
  {
    event: 'start',
    from: ['draft'],
    to: nextStatus,
    by: ['window', 'first-reviewer'],
    guards: ['checked'],
    outcome: null,
  },
  { event: 'submit', from: ['draft'], to: always('submitted'), by: ['applicant'], guards: ['checked'], outcome: null },
  {
    event: 'accept',
    from: ['submitted'],
    to: always('accepted'),
    by: ['window', 'first-reviewer'],
    guards: [],
    outcome: null,
  },
  {
    event: 'accept',
    from: ['submitted'],
    to: always('accepted'),
    by: ['system'],
    guards: ['immediate'],
    outcome: null,
  },
  {
    event: 'grant',
    from: ['accepted'],
    // Decided at once; money is still paid out by an officer.
    to: (flow) => (flow.payment ? 'payment' : 'closed'),
    by: ['system'],
    guards: ['immediate'],
    outcome: 'granted',
  },
  {
    event: 'decline',
    from: ['submitted'],
    to: always('declined'),
    by: ['window', 'first-reviewer'],
    guards: ['reason'],
    outcome: 'declined',
  },
  { event: 'begin-review', from: ['accepted'], to: nextStatus, by: ['first-reviewer'], guards: [], outcome: null },
  {
    event: 'pass',
    from: ['first-review'],
    to: nextStatus,
    by: ['first-reviewer'],
    guards: ['separate-duty', 'settled', 'answered'],
    outcome: 'granted',
  },
  {
    event: 'pass',
    from: ['second-review'],
    to: nextStatus,
    by: ['second-reviewer'],
    guards: ['separate-duty', 'settled', 'feedback-over'],
    outcome: 'granted',
  },
  {
    event: 'pass',
    from: ['expert-review'],
    to: nextStatus,
    by: ['expert'],
    guards: ['separate-duty'],
    outcome: 'granted',
  },
  {
    event: 'pass',
    from: ['site-assessment'],
    to: nextStatus,
    by: ['first-reviewer', 'second-reviewer'],
    guards: [],
    outcome: 'granted',
  },
  {
    event: 'pass',
    from: ['public-notice'],
    to: nextStatus,
    by: ['first-reviewer', 'second-reviewer'],
    guards: ['notice-over'],
    outcome: 'granted',
  },
  // Preliminary result → feedback → final result: the case stays where the final result is made (003:27,28).
  {
    event: 'feedback',
    from: ['second-review'],
    to: always('second-review'),
    by: ['applicant'],
    guards: ['feedback-open'],
    outcome: null,
  },
  // 「问题解决了，由您确认结束」: a conversation is closed by the person (003:29).
  {
    event: 'confirm-solved',
    from: ['accepted', 'first-review'],
    to: always('closed'),
    by: ['applicant'],
    guards: ['conversation'],
    outcome: 'granted',
  },
  {
    event: 'send-back',
    from: ['second-review'],
    to: backOne,
    by: ['second-reviewer'],
    guards: ['reason', 'separate-duty'],
    outcome: null,
  },
  {
    event: 'send-back',
    from: ['payment'],
    to: backOne,
    by: ['payer'],
    guards: ['reason', 'separate-duty', 'no-payment'],
    outcome: null,
  },
  {
    event: 'reject',
    from: ['first-review'],
    to: always('rejected'),
    by: ['first-reviewer'],
    guards: ['reason', 'separate-duty'],
    outcome: 'rejected',
  },
  {
    event: 'reject',
    from: ['second-review'],
    to: always('rejected'),
    by: ['second-reviewer'],
    guards: ['reason', 'separate-duty'],
    outcome: 'rejected',
  },
  {
    event: 'reject',
    from: ['site-assessment', 'public-notice'],
    to: always('rejected'),
    by: ['first-reviewer', 'second-reviewer'],
    guards: ['reason'],
    outcome: 'rejected',
  },
  {
    event: 'reject',
    from: ['expert-review'],
    to: always('rejected'),
    by: ['expert'],
    guards: ['reason', 'separate-duty'],
    outcome: 'rejected',
  },
  {
    event: 'ask-supplement',
    from: ['submitted'],
    to: always('supplement'),
    by: ['window', 'first-reviewer'],
    guards: ['first-notice-or-supervisor'],
    outcome: null,
  },
  {
    event: 'ask-supplement',
    from: ['accepted', 'first-review', 'site-assessment', 'public-notice'],
    to: always('supplement'),
    by: ['first-reviewer'],
    guards: ['first-notice-or-supervisor'],
    outcome: null,
  },
  {
    event: 'ask-supplement',
    from: ['second-review'],
    to: always('supplement'),
    by: ['second-reviewer'],
    guards: ['first-notice-or-supervisor'],
    outcome: null,
  },
  {
    event: 'ask-supplement',
    from: ['expert-review'],
    to: always('supplement'),
    by: ['expert'],
    guards: ['first-notice-or-supervisor'],
    outcome: null,
  },
  // A second notice is the supervisor's to send: with the reason in writing (domain.md, rule 2).
  {
    event: 'ask-supplement',
    from: ['submitted', 'accepted', ...reviewing],
    to: always('supplement'),
    by: ['supervisor'],
    guards: ['first-notice-or-supervisor'],
    outcome: null,
  },
  {
    event: 'supplement',
    from: ['supplement'],
    to: (_, __, supplementFrom) => supplementFrom ?? 'submitted',
    by: ['applicant'],
    guards: ['checked'],
    outcome: null,
  },
  {
    event: 'pay',
    from: ['payment'],
    to: always('closed'),
    by: ['payer'],
    guards: ['separate-duty', 'settled', 'told-by-bank'],
    outcome: 'granted',
  },
  {
    event: 'refuse-payment',
    from: ['payment'],
    to: always('supplement'),
    by: ['payer'],
    guards: ['reason', 'separate-duty', 'told-by-bank'],
    outcome: null,
  },
  {
    event: 'withdraw',
    from: open,
    to: always('withdrawn'),
    by: ['applicant'],
    guards: ['undecided'],
    outcome: 'withdrawn',
  },
];

/** The row for an event of an actor at a status, or undefined where the table allows none. */
export function transitionFor(
  from: CaseStatus,
  event: CaseEvent,
  by: readonly TransitionActor[],
): Transition | undefined {
  return transitions.find(
    (row) => row.event === event && row.from.includes(from) && row.by.some((actor) => by.includes(actor)),
  );
}

/** Events that any of the actors could cause at a status. */
export function eventsAt(from: CaseStatus, by: readonly TransitionActor[]): readonly CaseEvent[] {
  return [
    ...new Set(
      transitions
        .filter((row) => row.from.includes(from) && row.by.some((actor) => by.includes(actor)))
        .map((row) => row.event),
    ),
  ];
}

/** Statuses at which nothing more can happen. */
export const finalStatuses: readonly CaseStatus[] = ['closed', 'declined', 'rejected', 'withdrawn'];
