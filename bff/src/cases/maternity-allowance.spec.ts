import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowanceOf, maternityAllowance, type AllowanceCase, type MaternityLeave } from './maternity-allowance.js';

const national: MaternityLeave = {
  birth: 98,
  difficultBirth: 15,
  furtherChild: 15,
  miscarriageUnderFourMonths: 15,
  miscarriageFourMonthsOrMore: 42,
  localExtension: 0,
  difficultKinds: ['assisted', 'caesarean'],
  basis: [{ title: '女职工劳动保护特别规定', article: '第七条、第八条', source: 'product' }],
};
const birth: AllowanceCase = {
  event: 'birth',
  birthKind: 'natural',
  children: 1,
  pregnancyLength: null,
  averageMonthlyWage: 600_000,
};

const daysOf = (about: Partial<AllowanceCase>, leave = national): number =>
  maternityAllowance({ ...birth, ...about }, leave).days;

test('art. 7: 98 days, 15 more for a difficult birth, 15 for each further child', () => {
  assert.equal(daysOf({}), 98);
  assert.equal(daysOf({ birthKind: 'assisted' }), 113);
  assert.equal(daysOf({ birthKind: 'caesarean', children: 3 }), 143);
});

test('art. 7: 15 days for a miscarriage before four months, 42 after', () => {
  const miscarriage = { event: 'miscarriage', birthKind: null, children: 0 } as const;
  assert.equal(daysOf({ ...miscarriage, pregnancyLength: 'under-four-months' }), 15);
  assert.equal(daysOf({ ...miscarriage, pregnancyLength: 'four-months-or-more' }), 42);
});

test('art. 8: last year’s average monthly wage of the employer, by thirty, for each day; rounded once', () => {
  assert.equal(maternityAllowance(birth, national).amount, 1_960_000);
  assert.equal(maternityAllowance({ ...birth, averageMonthlyWage: 785_001 }, national).amount, 2_564_337);
});

test('without a wage there are days and no amount', () => {
  const estimate = maternityAllowance({ ...birth, averageMonthlyWage: null }, national);
  assert.deepEqual([estimate.days, estimate.amount], [98, null]);
});

test('a region’s own extension counts for births alone, and stands in a line of its own', () => {
  const longer = { ...national, localExtension: 60 };
  assert.equal(daysOf({}, longer), 158);
  assert.deepEqual(
    maternityAllowance(birth, longer).lines.map(({ name, days }) => [name, days]),
    [
      ['产假', 98],
      ['本地规定延长', 60],
    ],
  );
  assert.equal(daysOf({ event: 'miscarriage', pregnancyLength: 'under-four-months' }, longer), 15);
});

test('a case’s own answers decide which estimate it has, and whether it has one yet', () => {
  const file = {
    when: { '==': [{ var: 'form.asks' }, true] },
    event: { var: 'form.event' },
    birthKind: { var: 'form.birthKind' },
    children: { var: 'form.children' },
    pregnancyLength: { var: 'form.length' },
  };
  const person = { employerMonthlyWage: 600_000 };
  const days = (form: object): number | null =>
    allowanceOf(file, national, { form: { asks: true, ...form }, person })?.days ?? null;
  assert.equal(allowanceOf(undefined, national, { form: {}, person }), null);
  assert.equal(days({ asks: false, event: 'birth', birthKind: 'natural' }), null);
  assert.equal(days({ event: 'birth' }), null);
  assert.equal(days({ event: 'adoption', birthKind: 'natural', length: 'under-four-months' }), null);
  assert.equal(days({ event: 'birth', birthKind: 'natural' }), 98);
  assert.equal(days({ event: 'birth', birthKind: 'natural', children: 2 }), 113);
  assert.equal(days({ event: 'miscarriage' }), null);
  assert.equal(days({ event: 'miscarriage', length: 'under-four-months' }), 15);
  assert.equal(days({ event: 'miscarriage', length: 'four-months-or-more' }), 42);
  const form = { asks: true, event: 'birth', birthKind: 'natural' };
  assert.equal(allowanceOf(file, national, { form, person })?.amount, 1_960_000);
  assert.equal(allowanceOf(file, national, { form, person: {} })?.amount, null);
});
