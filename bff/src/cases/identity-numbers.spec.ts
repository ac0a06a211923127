import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBankCard, isCreditCode, isDate, isIdNumber, isUnderFourteen } from './identity-numbers.js';

test('the example of GB 11643 has check character X', () => {
  assert.ok(isIdNumber('11010519491231002X'));
  assert.ok(isIdNumber('11010519491231002x'));
});

test('any one wrong digit of an ID number is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const right = '11010519491231002X';
      const wrong = right.slice(0, at) + String((Number(right[at]) + by) % 10) + right.slice(at + 1);
      return !isIdNumber(wrong);
    }),
  );
});

test('an ID number with an impossible date of birth is refused', () => {
  assert.ok(!isIdNumber('110105194902310024'));
});

test('the example of GB 32100 has check character 3, and a changed character is noticed', () => {
  assert.ok(isCreditCode('91350100M000100Y43'));
  assert.ok(!isCreditCode('91350100M000100Y44'));
  assert.ok(!isCreditCode('91350101M000100Y43'));
  assert.ok(!isCreditCode('9135010OM000100Y43'));
});

test('a bank card with two digits swapped is noticed', () => {
  assert.ok(isBankCard('6222021234567890128'));
  assert.ok(!isBankCard('6222021234567890218'));
});

test('dates that do not exist are no dates', () => {
  assert.ok(isDate('2024-02-29'));
  for (const text of ['2023-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '昨天']) assert.ok(!isDate(text), text);
});

test('somebody is under fourteen until the day before their birthday; of whom no birthday is known is not', () => {
  assert.ok(isUnderFourteen('2012-11-26', '2026-11-25'));
  assert.ok(!isUnderFourteen('2012-11-25', '2026-11-25'));
  assert.ok(!isUnderFourteen(null, '2026-11-25'));
});
