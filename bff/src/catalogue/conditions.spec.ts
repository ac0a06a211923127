import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assert as always, date, integer, property } from 'fast-check';
import { conditionFaults, holds, valueOf } from './conditions.js';

const names = {
  questions: new Set(['since', 'destination']),
  materials: new Set(['proof']),
  tables: new Set<string>(),
};

test('a division lies within the area that it is part of', () => {
  const inside = (code: unknown, area: unknown) =>
    holds({ within: [{ var: 'form.code' }, { var: 'form.area' }] }, { form: { code, area } });
  assert.ok(inside('620102', '620000'));
  assert.ok(inside('620102', '620100'));
  assert.ok(inside('620102', '620102'));
  assert.ok(!inside('340104', '620000'));
  assert.ok(!inside('620100', '620102'));
  assert.ok(!inside(undefined, '620000'));
  assert.ok(!inside('620102', null));
});

test('months are counted whole', () => {
  const months = (from: string, to: string) => valueOf({ monthsBetween: [from, to] }, {});
  assert.equal(months('2026-01-31', '2026-02-28'), 0);
  assert.equal(months('2026-01-31', '2026-03-01'), 1);
  assert.equal(months('2026-05-15', '2026-11-15'), 6);
  assert.equal(months('2026-05-15', '2026-11-14'), 5);
  assert.equal(months('2026-11-15', '2026-05-15'), -6);
  assert.equal(months('gestern', '2026-05-15'), null);
});

test('days are counted between dates, over a leap day', () => {
  assert.equal(valueOf({ daysBetween: ['2028-02-28', '2028-03-01'] }, {}), 2);
});

test('a month later is the same day, or the last of a shorter month', () => {
  assert.equal(valueOf({ addMonths: ['2026-08-31', 6] }, {}), '2027-02-28');
  assert.equal(valueOf({ addMonths: ['2026-11-25', 6] }, {}), '2027-05-25');
  assert.equal(valueOf({ addMonths: [{ var: 'nothing' }, 6] }, {}), null);
});

test('adding months and counting them agree', () => {
  const day = date({ min: new Date('1990-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
  always(
    property(day, integer({ min: 0, max: 240 }), (start, months) => {
      const from = start.toISOString().slice(0, 10);
      const to = valueOf({ addMonths: [from, months] }, {});
      const counted = valueOf({ monthsBetween: [from, to] }, {});
      // The last of a shorter month is not a whole month on.
      assert.ok(counted === months || (counted === months - 1 && Number(from.slice(8)) > 28));
    }),
  );
});

test('picks a field of the element with an id', () => {
  const registrations = [{ id: 'a', begin: '2026-01-01' }, { id: 'b' }];
  const picked = (id: string) => valueOf({ pick: [{ var: 'list' }, id, 'begin'] }, { list: registrations });
  assert.equal(picked('a'), '2026-01-01');
  assert.equal(picked('b'), null);
  assert.equal(picked('c'), null);
  assert.equal(valueOf({ pick: [null, 'a', 'begin'] }, {}), null);
});

test('compares every payer with the patient', () => {
  const same = (payers: readonly string[]) => holds({ allAre: [{ var: 'payers' }, '赵秀兰'] }, { payers });
  assert.ok(same(['赵秀兰', '赵秀兰']));
  assert.ok(same([]));
  assert.ok(!same(['赵秀兰', '赵兰']));
});

test('names the choice of a region’s list', () => {
  const list = [{ value: 'M03900', label: '高血压' }];
  assert.equal(valueOf({ labelOf: [{ var: 'list' }, 'M03900'] }, { list }), '高血压');
  assert.equal(valueOf({ labelOf: [{ var: 'list' }, 'M0'] }, { list }), null);
});

test('a constant is its own value, and a missing condition holds', () => {
  assert.equal(valueOf('1', {}), '1');
  assert.ok(holds(undefined, {}));
});

test('known operators and variables have no fault', () => {
  const fine = {
    and: [
      { within: [{ var: 'form.destination.code' }, { var: 'person.division' }] },
      { '<=': [{ var: 'receipts.firstDate' }, { var: 'today' }] },
      { '==': [{ var: 'materials.proof' }, 'letter'] },
      { var: 'region.policies.commitmentLetters' },
    ],
  };
  assert.deepEqual(conditionFaults(fine, names), []);
});

test('faults are told with their place in the expression', () => {
  const faults = (expression: unknown) =>
    conditionFaults(expression, names).map(({ path, message }) => [path.join('.'), message]);
  assert.deepEqual(faults({ and: [true, { near: [1, 2] }] }), [['and.1.near', 'unknown operator «near»']]);
  assert.deepEqual(faults({ '!': { var: 'form.city' } }), [['!.var', 'unknown variable «form.city»']]);
  assert.deepEqual(faults({ var: 'weather' }), [['var', 'unknown variable «weather»']]);
  assert.deepEqual(faults({ var: 'materials.receipt' }), [['var', 'unknown variable «materials.receipt»']]);
  assert.deepEqual(faults({ '==': [1, 1], '!': false }), [['', 'a condition has exactly one operator']]);
  assert.deepEqual(faults({ var: ['receipts.sum', 0] }), [['var', 'unknown variable «receipts.sum»']]);
});
