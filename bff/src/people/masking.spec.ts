import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { maskBankCard, maskIdNumber, maskName, maskPhone, maskText } from './masking.js';

describe('masking', () => {
  it('shows first and last character of a name', () => {
    assert.equal(maskName('张英'), '张*');
    assert.equal(maskName('张秀英'), '张*英');
    assert.equal(maskName('欧阳秀英'), '欧**英');
    assert.equal(maskName('阿依古丽·买买提'), '阿******提');
    assert.equal(maskName('𠮷田'), '𠮷*');
    assert.equal(maskName('英'), '*');
    assert.equal(maskName(' '), '');
  });

  it('shows four and four of an ID number', () => {
    assert.equal(maskIdNumber('620102195503121234'), '6201**********1234');
    assert.equal(maskIdNumber('62010219550312123X'), '6201**********123X');
    assert.equal(maskIdNumber('E12345678'), 'E******78');
    assert.equal(maskIdNumber('12'), '**');
  });

  it('shows three and four of a mobile number, four of another', () => {
    assert.equal(maskPhone('13800001234'), '138****1234');
    assert.equal(maskPhone('0931-8401234'), '********1234');
    assert.equal(maskPhone('12393'), '*2393');
  });

  it('shows the last four of a bank card', () => {
    assert.equal(maskBankCard('6222 0212 3456 7890 123'), '**** 0123');
    assert.equal(maskBankCard('1234'), '****');
  });

  it('shows the beginning of an address', () => {
    assert.equal(maskText('长江西路某小区3栋201'), '长江西路某小****');
    assert.equal(maskText('二楼'), '二****');
  });

  it('always hides most of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,30}$/), (text) => {
        for (const masked of [maskIdNumber(text), maskPhone(text), maskBankCard(text)]) {
          const shown = masked.replaceAll(/[* ]/g, '').length;
          assert.ok(shown < text.length || text.length === 0, `${text} → ${masked}`);
        }
      }),
    );
  });
});
