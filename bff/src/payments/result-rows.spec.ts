import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readResults } from './result-rows.js';

const known = new Map([
  ['A1', { serial: 'A1', amount: 100, result: null }],
  ['A2', { serial: 'A2', amount: 205, result: 'paid' as const }],
]);
const period = { from: '2026-11-20', until: '2026-11-25' };
const read = (...rows: readonly (readonly string[])[]) =>
  readResults([['流水号', '处理结果', '交易日期', '失败原因', '交易金额'], ...rows], known, period);

test('without its three columns, or without a row, a file is none', () => {
  assert.equal(read(), null);
  assert.equal(
    readResults(
      [
        ['流水号', '结果'],
        ['A1', '成功'],
      ],
      known,
      period,
    ),
    null,
  );
});

test('each row that is wrong says all that is wrong with it, by its line in the file', () => {
  const found = read(
    ['A1', '失败', '2026-11-26', '', '1.01'],
    ['A2', '退票', '20261124', '账号错', '2.05'],
    ['B9', '处理中', '昨天', '', ''],
  );
  assert.deepEqual(
    found?.faults.map(({ pointer, code }) => `${pointer} ${code}`),
    [
      '/rows/2 date-outside',
      '/rows/2 reason-missing',
      '/rows/2 amount-differs',
      '/rows/3 result-differs',
      '/rows/4 serial-unknown',
      '/rows/4 result-unclear',
      '/rows/4 date-wrong',
    ],
  );
});

test('a serial number that is none is not repeated in the message', () => {
  const found = read(['=cmd|x', '成功', '2026-11-24', '', '']);
  assert.match(found?.faults[0]?.message ?? '', /没有流水号/);
});

test('dates and amounts are read as banks write them', () => {
  for (const date of ['2026-11-24', '2026/11/24', '20261124', '2026年11月24日', '2026.11.24'])
    assert.deepEqual(read(['A1', '成功', date, '', '¥1.00'])?.rows[0], {
      serial: 'A1',
      result: 'paid',
      on: '2026-11-24',
      reason: null,
    });
});
