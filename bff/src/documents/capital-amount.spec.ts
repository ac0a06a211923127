import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { capitalAmount } from './capital-amount.js';

const known: readonly (readonly [number, string])[] = [
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [53, '伍角叁分'],
  [100, '壹元整'],
  [105, '壹元零伍分'],
  [1000, '壹拾元整'],
  [123450, '壹仟贰佰叁拾肆元伍角整'],
  // The examples of 《支付结算办法》附件一.
  [140950, '壹仟肆佰零玖元伍角整'],
  [600714, '陆仟零柒元壹角肆分'],
  [168032, '壹仟陆佰捌拾元叁角贰分'],
  [10700053, '壹拾万柒仟元伍角叁分'],
  [1640902, '壹万陆仟肆佰零玖元零贰分'],
  [32504, '叁佰贰拾伍元零肆分'],
  [10_000_700, '壹拾万零柒元整'],
  [10_070_000, '壹拾万零柒佰元整'],
  [100_000_000_00, '壹亿元整'],
  [100_000_001_00, '壹亿零壹元整'],
  [100_007_000_00, '壹亿零柒仟元整'],
  [1_0000_0000_0000_00, '壹万亿元整'],
  [1_0001_0000_0000_00, '壹万零壹亿元整'],
  [9_0000_0000_0001_01, '玖万亿零壹元零壹分'],
];

describe('an amount in capitals', () => {
  for (const [fen, words] of known) {
    it(`writes ${fen} fen as ${words}`, () => assert.equal(capitalAmount(fen), words));
  }

  it('reads back as the same amount', () => {
    fc.assert(fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (fen) => readBack(capitalAmount(fen)) === BigInt(fen)));
  });

  it('reads back as the same amount where it is made of zeros mostly', () => {
    const sparse = fc
      .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })), { maxLength: 15 })
      .map((parts) => Number(parts.join('') || '0'));
    fc.assert(fc.property(sparse, (fen) => readBack(capitalAmount(fen)) === BigInt(fen)));
  });

  it('has no two 零 in a row, none before 万, 亿, 角, 整, and 整 exactly when there are no 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (fen) => {
        const words = capitalAmount(fen);
        assert.doesNotMatch(words, /零零|零[万亿元角整分]|^零/);
        assert.equal(words.endsWith('整'), !words.includes('分'));
      }),
    );
  });

  it('refuses what is no amount in whole fen', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1]) {
      assert.throws(() => capitalAmount(wrong), RangeError);
    }
  });
});

/** An independent reader of capitals: sums digits times places, a section at a time. */
function readBack(words: string): bigint {
  let total = 0n;
  let section = 0n;
  let last = 0n;
  const places: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  for (const sign of words) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign);
    if (value >= 0) last = BigInt(value);
    else if (places[sign] !== undefined) [section, last] = [section + last * places[sign], 0n];
    else if (sign === '万') [section, last] = [(section + last) * 10_000n, 0n];
    else if (sign === '亿') [total, section, last] = [(section + last) * 10_000_000_000n, 0n, 0n];
    else if (sign === '元') [total, section, last] = [total + (section + last) * 100n, 0n, 0n];
    else if (sign === '角') [total, last] = [total + last * 10n, 0n];
    else if (sign === '分') [total, last] = [total + last, 0n];
  }
  return total;
}
