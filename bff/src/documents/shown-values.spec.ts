import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  shownAmount,
  shownBankCard,
  shownCode,
  shownDate,
  shownDay,
  shownInstant,
  shownMoney,
  shownMonth,
} from './shown-values.js';

describe('shown values', () => {
  it('writes dates as people do', () => {
    assert.equal(shownDate('2026-03-05'), '2026年3月5日');
    assert.equal(shownMonth('2026-11'), '2026年11月');
    assert.equal(shownDate('不详'), '不详');
  });

  it('tells the day of an instant in Shanghai', () => {
    assert.equal(shownDay('2026-11-24T16:30:00.000Z'), '2026年11月25日');
    assert.equal(shownInstant('2026-11-24T16:05:00.000Z'), '2026年11月25日 00:05');
    assert.throws(() => shownDay('yesterday'), RangeError);
  });

  it('groups thousands and keeps two places', () => {
    assert.equal(shownAmount(0), '0.00');
    assert.equal(shownAmount(5), '0.05');
    assert.equal(shownAmount(-123_456_789), '-1,234,567.89');
    assert.equal(shownMoney(123_450), '1,234.50 元');
    assert.throws(() => shownAmount(0.5), RangeError);
  });

  it('groups codes and cards by four', () => {
    assert.equal(shownCode('ABCDEFGHJKMN'), 'ABCD-EFGH-JKMN');
    assert.equal(shownCode('ABCD-EFGH'), 'ABCD-EFGH');
    assert.equal(shownBankCard('6217991710001234567'), '6217 9917 1000 1234 567');
  });
});
