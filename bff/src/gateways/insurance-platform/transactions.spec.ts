import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultTransactions } from './transactions.js';

test('no two operations share a number: the platform tells them apart by nothing else', () => {
  const numbers = Object.values(defaultTransactions).map(({ infno }) => infno);
  assert.deepEqual(
    numbers.filter((number, i) => numbers.indexOf(number) !== i),
    [],
  );
});
