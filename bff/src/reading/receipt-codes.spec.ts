import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readReceiptCode } from './receipt-codes.js';

describe('what the QR code of a receipt says', () => {
  test('a code of anything else is none of a receipt', () => {
    for (const content of [
      '',
      'https://example.test/',
      'https://example.test/?billNo=12',
      '01,1,2,3',
      '01,12345,0012345678,a1b2c3,20260309,1.00',
      'weixin://dl/business',
    ]) {
      assert.equal(readReceiptCode(content), null, content);
    }
  });

  test('fields one after another', () => {
    assert.deepEqual(readReceiptCode('01,62060119,0012345678,a1b2c3,20260309,1234.56'), {
      code: '62060119',
      number: '0012345678',
      checkCode: 'a1b2c3',
      date: '2026-03-09',
      total: 123456,
    });
  });

  test('a date that does not exist is left out', () => {
    assert.equal(readReceiptCode('01,62060119,0012345678,a1b2c3,20261309,1.00')?.date, null);
  });

  test('a tax invoice; a fully digital one has its number only', () => {
    assert.deepEqual(readReceiptCode('01,10,062002100111,12345678,99.50,20260309,12345678901234567890,AB12'), {
      code: '062002100111',
      number: '12345678',
      checkCode: null,
      date: '2026-03-09',
      total: 9950,
    });
    assert.equal(readReceiptCode('01,32,,26622000000012345678,99.5,20260309,,AB12')?.code, null);
  });

  test('a link with names', () => {
    const read = readReceiptCode('https://example.test/b?billBatchCode=62060119&billNo=0012345678&random=a1b2c3');
    assert.deepEqual(read, { code: '62060119', number: '0012345678', checkCode: 'a1b2c3', date: null, total: null });
  });
});
