import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/universal';
import { bankFile, yuan } from './bank-file.js';
import { csvRows, writtenCsv } from './csv.js';

const line = {
  serial: '340000202611251234560001',
  name: '陶金花',
  account: '6228480402564890018',
  bank: '中国农业银行',
  amount: 123_450,
};

test('what a spreadsheet would compute is neutralised, in CSV and in the workbook', async () => {
  for (const hostile of ['=1+1', '+86', '-2', '@SUM(A1)', '\tx', '|calc', '=HYPERLINK("http://x","y")']) {
    const csv = (await bankFile([{ ...line, name: hostile }], 'utf-8')).toString('utf8');
    const [, row = []] = csvRows(csv);
    assert.match(row[1] ?? '', /^'/, hostile);
    const rows = await readSheet(new Blob([new Uint8Array(await bankFile([{ ...line, bank: hostile }], 'xlsx'))]), 1);
    assert.equal(rows[1]?.[3], `'${hostile}`);
    assert.equal(rows[1]?.[2], line.account);
  }
});

test('a name with a comma, a quote or a line break stays one field', () => {
  const rows = [
    ['甲,乙', '丙"丁', '戊\n己'],
    ['x', '', 'y'],
  ];
  assert.deepEqual(csvRows(writtenCsv(rows)), rows);
});

test('any texts that do not look like formulas come back as they were written', () => {
  const text = fc.string({ maxLength: 12 }).map((value) => `甲${value.replaceAll('\r', '')}`.trim());
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
      fc.pre(!rows.some((row) => row.some((cell) => cell.includes('\t'))));
      assert.deepEqual(csvRows(writtenCsv(rows)), rows);
    }),
  );
});

test('yuan are made from whole fen alone', () => {
  assert.deepEqual([0, 5, 100, 123_450, 9_007_199_254_740_991].map(yuan), [
    '0.00',
    '0.05',
    '1.00',
    '1234.50',
    '90071992547409.91',
  ]);
  for (const wrong of [0.5, -1, Number.NaN]) assert.throws(() => yuan(wrong), RangeError);
});

test('a rare character of a name is in GB18030, where GBK has none', async () => {
  const bytes = await bankFile([{ ...line, name: '王𠮷' }], 'gb18030');
  assert.match(new TextDecoder('gb18030', { fatal: true }).decode(bytes), /王𠮷/);
});
