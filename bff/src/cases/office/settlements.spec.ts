import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemException } from '../../problems/problem.js';
import { settlementOf, type GivenLine } from './settlements.js';

const categories = [
  { id: 'medicine', name: '药品费', amount: null, exact: false },
  { id: 'bed', name: '床位费', amount: 20_000, exact: false },
];

function faults(lines: readonly GivenLine[]): readonly string[] {
  try {
    settlementOf(categories, lines);
  } catch (error) {
    assert.ok(error instanceof ProblemException);
    return (error.extras.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
}

test('amounts add up, and the lines carry the names of their categories', () => {
  const settlement = settlementOf(categories, [
    { category: 'medicine', claimed: 500, approved: 500 },
    { category: 'bed', claimed: 300, approved: 200, reason: '超过标准' },
  ]);
  assert.deepEqual(settlement, {
    lines: [
      { category: '药品费', claimed: 500, approved: 500, reason: null },
      { category: '床位费', claimed: 300, approved: 200, reason: '超过标准' },
    ],
    claimed: 800,
    approved: 700,
  });
});

test('each line’s fault is told, all at once', () => {
  assert.deepEqual(
    faults([
      { category: 'meals', claimed: 1, approved: 1 },
      { category: 'medicine', claimed: 1, approved: 2 },
      { category: 'bed', claimed: 3, approved: 2, reason: '  ' },
      { category: 'bed', claimed: 1, approved: 1 },
    ]),
    [
      '/settlement/0 unknown-category',
      '/settlement/1 approved-above-claimed',
      '/settlement/2 reason-missing',
      '/settlement category-twice',
    ],
  );
  assert.deepEqual(faults([]), ['/settlement missing']);
});

test('an amount that the platform decided is neither raised nor cut', () => {
  const decided = [
    { id: 'medicine', name: '药品费', amount: null, exact: false },
    { id: 'allowance', name: '津贴', amount: 20_000, exact: true },
  ];
  const codeOf = (claimed: number, approved: number, category = 'allowance'): string | undefined => {
    try {
      settlementOf(decided, [{ category, claimed, approved, reason: '核减' }]);
    } catch (error) {
      assert.ok(error instanceof ProblemException);
      assert.equal(error.code, 'settlement-invalid');
      return error.extras.errors?.[0]?.code;
    }
    return undefined;
  };
  assert.equal(codeOf(20_000, 20_000), undefined);
  assert.equal(codeOf(20_000, 19_999), 'amount-not-exact');
  assert.equal(codeOf(20_001, 20_000), 'amount-not-exact');
  assert.equal(codeOf(500, 400, 'medicine'), undefined);
});
