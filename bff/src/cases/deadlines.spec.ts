import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officialCalendar } from '../calendar/work-calendar.js';
import { isImmediate, limitDays, workingDaysAfter, workingDaysBetween } from './deadlines.js';

const after = (start: string, days: number) => workingDaysAfter(start, days, officialCalendar);

test('the day of acceptance itself does not count', () => {
  assert.deepEqual(after('2026-11-25', 1), { date: '2026-11-26', provisional: false });
});

test('a weekend is passed over', () => {
  assert.equal(after('2026-11-27', 1).date, '2026-11-30');
});

test('the National Day holidays of 2026 are passed over and its make-up Saturday counts', () => {
  // 2026: 1–7 October off, 20 September (Sunday) and 10 October (Saturday) worked.
  assert.equal(after('2026-09-30', 1).date, '2026-10-08');
  assert.equal(after('2026-10-09', 1).date, '2026-10-10');
});

test('a due date in a year without published holidays is provisional', () => {
  assert.equal(after('2026-12-25', 10).provisional, true);
  assert.equal(after('2026-12-25', 3).provisional, false);
});

test('days between two dates undo days after', () => {
  for (const days of [1, 5, 10, 30]) {
    const { date } = after('2026-02-10', days);
    assert.equal(workingDaysBetween('2026-02-10', date, officialCalendar), days);
  }
});

test('the stricter of region and statute counts: maternity allowance within 10 days where a seed says 20', () => {
  assert.equal(limitDays({ workingDays: 20 }, { workingDays: 10 }, {}, false), 10);
  assert.equal(limitDays({ workingDays: 5 }, { workingDays: 10 }, {}, false), 5);
  assert.equal(limitDays(null, { workingDays: 10 }, {}, false), 10);
});

test('an immediate item that goes to an officer has the statutory limit', () => {
  assert.equal(limitDays({ immediate: true }, { workingDays: 10 }, {}, false), 10);
  assert.equal(limitDays({ immediate: true }, { workingDays: 10 }, {}, true), 0);
  assert.equal(limitDays({ immediate: true }, null, {}, false), 5);
});

test('a limit by case takes the first case that holds', () => {
  const limit = {
    cases: [
      { when: '灵活就业人员', condition: { '==': [{ var: 'form.kind' }, 'flexible'] }, immediate: true as const },
      { when: '在职职工', condition: { '==': [{ var: 'form.kind' }, 'working'] }, workingDays: 5 },
    ],
  };
  assert.equal(isImmediate(limit, { form: { kind: 'flexible' } }), true);
  assert.equal(limitDays(limit, null, { form: { kind: 'working' } }, false), 5);
  assert.equal(limitDays(limit, null, { form: {} }, false), null);
});
