import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseStatus } from '@yiban/shared-types/cases';
import { nextStatus, previousReview, type Flow } from './flow.js';
import {
  eventsAt,
  finalStatuses,
  transitionFor,
  transitions,
  type CaseEvent,
  type TransitionActor,
} from './transitions.js';

const statuses: readonly CaseStatus[] = [
  'draft',
  'submitted',
  'accepted',
  'supplement',
  'first-review',
  'second-review',
  'expert-review',
  'site-assessment',
  'public-notice',
  'payment',
  'closed',
  'declined',
  'rejected',
  'withdrawn',
];
const events: readonly CaseEvent[] = [
  'start',
  'submit',
  'accept',
  'begin-review',
  'pass',
  'send-back',
  'ask-supplement',
  'supplement',
  'decline',
  'reject',
  'pay',
  'refuse-payment',
  'grant',
  'feedback',
  'confirm-solved',
  'withdraw',
];
const actors: readonly TransitionActor[] = [
  'applicant',
  'system',
  'window',
  'first-reviewer',
  'second-reviewer',
  'payer',
  'expert',
  'supervisor',
  'administrator',
];

/** Every cell that is allowed, said once more by hand: `status event actor → status` in the longest flow. */
const allowed = `
draft start window → first-review
draft start first-reviewer → first-review
draft submit applicant → submitted
submitted accept window → accepted
submitted accept first-reviewer → accepted
submitted accept system → accepted
submitted decline window → declined
submitted decline first-reviewer → declined
submitted ask-supplement window → supplement
submitted ask-supplement first-reviewer → supplement
submitted withdraw applicant → withdrawn
accepted begin-review first-reviewer → first-review
accepted grant system → payment
accepted ask-supplement first-reviewer → supplement
accepted confirm-solved applicant → closed
accepted withdraw applicant → withdrawn
supplement supplement applicant → accepted
supplement withdraw applicant → withdrawn
first-review pass first-reviewer → second-review
first-review reject first-reviewer → rejected
first-review ask-supplement first-reviewer → supplement
first-review confirm-solved applicant → closed
first-review withdraw applicant → withdrawn
second-review pass second-reviewer → expert-review
second-review send-back second-reviewer → first-review
second-review reject second-reviewer → rejected
second-review ask-supplement second-reviewer → supplement
second-review feedback applicant → second-review
second-review withdraw applicant → withdrawn
expert-review pass expert → site-assessment
expert-review reject expert → rejected
expert-review ask-supplement expert → supplement
expert-review withdraw applicant → withdrawn
site-assessment pass first-reviewer → public-notice
site-assessment pass second-reviewer → public-notice
site-assessment ask-supplement first-reviewer → supplement
site-assessment reject first-reviewer → rejected
site-assessment reject second-reviewer → rejected
site-assessment withdraw applicant → withdrawn
public-notice pass first-reviewer → payment
public-notice pass second-reviewer → payment
public-notice ask-supplement first-reviewer → supplement
public-notice reject first-reviewer → rejected
public-notice reject second-reviewer → rejected
public-notice withdraw applicant → withdrawn
submitted ask-supplement supervisor → supplement
accepted ask-supplement supervisor → supplement
first-review ask-supplement supervisor → supplement
second-review ask-supplement supervisor → supplement
expert-review ask-supplement supervisor → supplement
site-assessment ask-supplement supervisor → supplement
public-notice ask-supplement supervisor → supplement
payment pay payer → closed
payment refuse-payment payer → supplement
payment send-back payer → public-notice
`
  .trim()
  .split('\n');

const longest: Flow = {
  reviews: ['first-review', 'second-review', 'expert-review', 'site-assessment', 'public-notice'],
  payment: true,
};

test('every status × event × actor is decided, and only the cells said by hand are allowed', () => {
  const found = statuses.flatMap((from) =>
    events.flatMap((event) =>
      actors.flatMap((actor) => {
        const row = transitionFor(from, event, [actor]);
        return row === undefined
          ? []
          : [`${from} ${event} ${actor} → ${row.to(longest, from, from === 'supplement' ? 'accepted' : null)}`];
      }),
    ),
  );
  assert.deepEqual(found.toSorted(), allowed.toSorted());
});

/** What each passing asks for besides, and what it decides, as the table has it: whoever changes one says so here, too. */
const asked = `
draft start window checked → nothing
draft start first-reviewer checked → nothing
draft submit applicant checked → nothing
submitted accept window → nothing
submitted accept first-reviewer → nothing
submitted accept system immediate → nothing
accepted grant system immediate → granted
submitted decline window reason → declined
submitted decline first-reviewer reason → declined
accepted begin-review first-reviewer → nothing
first-review pass first-reviewer separate-duty settled answered → granted
second-review pass second-reviewer separate-duty settled feedback-over → granted
expert-review pass expert separate-duty → granted
site-assessment pass first-reviewer → granted
site-assessment pass second-reviewer → granted
public-notice pass first-reviewer notice-over → granted
public-notice pass second-reviewer notice-over → granted
second-review feedback applicant feedback-open → nothing
accepted confirm-solved applicant conversation → granted
first-review confirm-solved applicant conversation → granted
second-review send-back second-reviewer reason separate-duty → nothing
payment send-back payer reason separate-duty no-payment → nothing
first-review reject first-reviewer reason separate-duty → rejected
second-review reject second-reviewer reason separate-duty → rejected
site-assessment reject first-reviewer reason → rejected
site-assessment reject second-reviewer reason → rejected
public-notice reject first-reviewer reason → rejected
public-notice reject second-reviewer reason → rejected
expert-review reject expert reason separate-duty → rejected
submitted ask-supplement window first-notice-or-supervisor → nothing
submitted ask-supplement first-reviewer first-notice-or-supervisor → nothing
accepted ask-supplement first-reviewer first-notice-or-supervisor → nothing
first-review ask-supplement first-reviewer first-notice-or-supervisor → nothing
site-assessment ask-supplement first-reviewer first-notice-or-supervisor → nothing
public-notice ask-supplement first-reviewer first-notice-or-supervisor → nothing
second-review ask-supplement second-reviewer first-notice-or-supervisor → nothing
expert-review ask-supplement expert first-notice-or-supervisor → nothing
submitted ask-supplement supervisor first-notice-or-supervisor → nothing
accepted ask-supplement supervisor first-notice-or-supervisor → nothing
first-review ask-supplement supervisor first-notice-or-supervisor → nothing
second-review ask-supplement supervisor first-notice-or-supervisor → nothing
expert-review ask-supplement supervisor first-notice-or-supervisor → nothing
site-assessment ask-supplement supervisor first-notice-or-supervisor → nothing
public-notice ask-supplement supervisor first-notice-or-supervisor → nothing
supplement supplement applicant checked → nothing
payment pay payer separate-duty settled told-by-bank → granted
payment refuse-payment payer reason separate-duty told-by-bank → nothing
submitted withdraw applicant undecided → withdrawn
accepted withdraw applicant undecided → withdrawn
supplement withdraw applicant undecided → withdrawn
first-review withdraw applicant undecided → withdrawn
second-review withdraw applicant undecided → withdrawn
expert-review withdraw applicant undecided → withdrawn
site-assessment withdraw applicant undecided → withdrawn
public-notice withdraw applicant undecided → withdrawn
`
  .trim()
  .split('\n');

test('each passing asks for what is written down here, and decides it', () => {
  const found = transitions.flatMap(({ from, event, by, guards, outcome }) =>
    from.flatMap((status) => by.map((actor) => [status, event, actor, ...guards, '→', outcome ?? 'nothing'].join(' '))),
  );
  assert.deepEqual(found.toSorted(), asked.toSorted());
});

test('an immediate item without payment ends with its grant; a review sent back from nowhere is the first again', () => {
  const grant = transitionFor('accepted', 'grant', ['system']);
  assert.equal(grant?.to({ reviews: [], payment: false }, 'accepted', null), 'closed');
  const back = transitionFor('second-review', 'send-back', ['second-reviewer']);
  assert.equal(back?.to({ reviews: ['second-review'], payment: true }, 'second-review', null), 'first-review');
  assert.equal(transitionFor('supplement', 'supplement', ['applicant'])?.to(longest, 'supplement', null), 'submitted');
});

test('what an actor may cause at a status is what the table says, each event once', () => {
  assert.deepEqual(eventsAt('site-assessment', ['first-reviewer', 'second-reviewer']), [
    'pass',
    'reject',
    'ask-supplement',
  ]);
  assert.deepEqual(eventsAt('site-assessment', ['second-reviewer']), ['pass', 'reject']);
});

test('nothing leads out of a status at which a case has ended', () => {
  assert.deepEqual(finalStatuses, ['closed', 'declined', 'rejected', 'withdrawn']);
  for (const status of finalStatuses) assert.deepEqual(eventsAt(status, actors), []);
});

test('whoever decides against an applicant gives a reason, and reviews and payment are separate duties', () => {
  for (const row of transitions.filter(
    ({ event }) => event === 'decline' || event === 'reject' || event === 'send-back',
  ))
    assert.ok(row.guards.includes('reason'));
  for (const row of transitions.filter(
    ({ event, from }) =>
      event === 'pay' || (event === 'pass' && !from.includes('site-assessment') && !from.includes('public-notice')),
  )) {
    assert.ok(row.guards.includes('separate-duty'));
  }
});

test('a flow without payment closes after its last review, one without reviews at once', () => {
  const short: Flow = { reviews: ['first-review'], payment: false };
  assert.equal(nextStatus(short, 'accepted'), 'first-review');
  assert.equal(nextStatus(short, 'first-review'), 'closed');
  assert.equal(nextStatus({ reviews: [], payment: true }, 'accepted'), 'payment');
  assert.equal(nextStatus({ reviews: [], payment: true }, 'payment'), 'closed');
});

test('sent back, a case goes to the review before, and from the first nowhere', () => {
  const flow: Flow = { reviews: ['first-review', 'second-review'], payment: true };
  assert.equal(previousReview(flow, 'payment'), 'second-review');
  assert.equal(previousReview(flow, 'second-review'), 'first-review');
  assert.equal(previousReview(flow, 'first-review'), null);
  assert.equal(previousReview(flow, 'accepted'), null);
});

test('a supplement leads back to where it was asked for', () => {
  for (const from of ['submitted', 'accepted', 'second-review'] as const) {
    assert.equal(transitionFor('supplement', 'supplement', ['applicant'])?.to(longest, 'supplement', from), from);
  }
});
