import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officerActions } from './duties.js';

const fresh = { ownDuties: [], notices: 0 };

test('each role is offered its own duty and nothing else', () => {
  assert.deepEqual(officerActions('submitted', ['window'], fresh), ['accept', 'decline', 'supplement']);
  assert.deepEqual(officerActions('accepted', ['first-reviewer'], fresh), ['claim', 'supplement']);
  assert.deepEqual(officerActions('payment', ['payer'], fresh), ['send-back', 'pay']);
  assert.deepEqual(officerActions('payment', ['window', 'first-reviewer', 'second-reviewer'], fresh), []);
});

test('who did the first review is offered nothing at the second, and may take up the first again', () => {
  const roles = ['first-reviewer', 'second-reviewer'] as const;
  const after = { ownDuties: ['first-review'], notices: 0 };
  assert.deepEqual(officerActions('second-review', roles, after), []);
  assert.ok(officerActions('first-review', roles, after).includes('pass'));
});

test('the first notice is the reviewer’s, a second one only the supervisor’s', () => {
  const told = { ownDuties: [], notices: 1 };
  assert.ok(officerActions('first-review', ['first-reviewer'], fresh).includes('supplement'));
  assert.ok(!officerActions('first-review', ['first-reviewer'], told).includes('supplement'));
  assert.deepEqual(officerActions('first-review', ['supervisor'], fresh), []);
  assert.deepEqual(officerActions('first-review', ['supervisor'], told), ['supplement']);
});

test('a case that ended offers nothing', () => {
  for (const status of ['closed', 'declined', 'rejected', 'withdrawn'] as const) {
    assert.deepEqual(officerActions(status, ['first-reviewer', 'second-reviewer', 'payer', 'supervisor'], fresh), []);
  }
});
