import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { capitalAmount } from '../documents/capital-amount.js';
import { readCapitalAmount } from './capital-amounts.js';

const amounts = fc.integer({ min: 0, max: 99_999_999_999 });

describe('amounts in capitals', () => {
  test('what is out of order, cut short or not capitals is no amount', () => {
    for (const text of [
      '',
      '元',
      '壹',
      '壹佰',
      '壹贰元整',
      '拾佰元整',
      '壹佰佰元整',
      '伍角壹元',
      '壹元伍分伍角',
      '壹元壹元',
      '壹万万元整',
      '一百元整',
      '1234.50',
      '壹佰兀整',
      '壹佰元整元',
    ]) {
      assert.equal(readCapitalAmount(text), null, text);
    }
  });

  test('every amount is read back as it was written, whatever may be left out or added', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), fc.boolean(), (fen, bare, prefixed) => {
        const written = capitalAmount(fen).replaceAll('元', bare ? '圆' : '元');
        const shown = `${prefixed ? '人民币' : ''}${bare && fen > 0 ? written.replace('整', '') : written.replace('整', '正')}`;
        assert.equal(readCapitalAmount(shown), fen, shown);
      }),
      { numRuns: 2000 },
    );
  });

  test('one character read as another never gives the same amount, unless it is one that says nothing', () => {
    const characters = [...'壹贰叁肆伍陆柒捌玖拾佰仟万元角分'];
    fc.assert(
      fc.property(amounts, fc.nat(), fc.constantFrom(...characters), (fen, at, other) => {
        const written = [...capitalAmount(fen)];
        const i = at % written.length;
        fc.pre(!['零', '整'].includes(written[i]!) && written[i] !== other);
        written[i] = other;
        assert.notEqual(readCapitalAmount(written.join('')), fen, written.join(''));
      }),
      { numRuns: 2000 },
    );
  });

  test('as people of the trade write them', () => {
    assert.equal(readCapitalAmount('壹仟贰佰叁拾肆元伍角陆分'), 123456);
    assert.equal(readCapitalAmount('人民币壹拾万零伍元整'), 10000500);
    assert.equal(readCapitalAmount('拾贰元整'), 1200);
    assert.equal(readCapitalAmount('叁佰元零伍分'), 30005);
    assert.equal(readCapitalAmount('零元整'), 0);
    assert.equal(readCapitalAmount('伍角'), 50);
  });
});
