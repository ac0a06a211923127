import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { loadCatalogue } from '../catalogue/catalogue.loader.js';
import { dueAt, ruleFor, type Ended } from './keeping.js';

const { regions } = loadCatalogue(path.join(import.meta.dirname, '../../catalogue'));
const region = regions.get('620000');
assert.ok(region !== undefined);
const { retention, items } = region;
const rule = (id: string, outcome: Ended): string => {
  const item = items.get(id);
  assert.ok(item !== undefined);
  const { id: name, years } = ruleFor(retention, item, outcome);
  return `${name} ${years}`;
};
const due = (now: string, id: string, outcome: Ended): string | undefined =>
  dueAt('620000', retention, [...items.values()], new Date(now)).find(
    (one) => one.outcome === outcome && one.items.includes(id),
  )?.endedBefore;

test('of several rules that fit, the one that keeps longest counts', () => {
  assert.equal(rule('unit-enrolment', 'granted'), 'unit-registration permanent');
  assert.equal(rule('account-withdrawal', 'granted'), 'personal-account 100');
  assert.equal(rule('outpatient-reimbursement', 'granted'), 'payment-voucher 30');
  assert.equal(rule('outpatient-reimbursement', 'rejected'), 'outpatient-benefit 10');
  assert.equal(rule('remote-retiree', 'granted'), 'other-granted 30');
  assert.equal(rule('remote-retiree', 'declined'), 'refused 10');
  assert.equal(rule('remote-retiree', 'withdrawn'), 'every-case 5');
});

test('what is kept for good is never due', () => {
  assert.equal(due('2999-01-01T00:00:00Z', 'unit-enrolment', 'granted'), undefined);
});

test('a year counts from the first of January after the case ended, by the calendar of China', () => {
  // 2031-12-31 23:59 in Shanghai: what ended in 2025 is due, what ended in 2026 is not.
  assert.equal(due('2031-12-31T15:59:59Z', 'remote-retiree', 'withdrawn'), '2025-12-31T16:00:00.000Z');
  // A second later the year 2026 is over for five years.
  assert.equal(due('2031-12-31T16:00:00Z', 'remote-retiree', 'withdrawn'), '2026-12-31T16:00:00.000Z');
});
