/** The parts of the form that decide something on the phone, without a screen. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { base64Of } from '../../miniapp/src/api/base64.ts';
import { factNamed, verdict } from '../../miniapp/src/filing/conditions.ts';
import { isBankCard, isCreditCode, isIdNumber } from '../../miniapp/src/filing/identity-numbers.ts';
import {
  asAnswer,
  emptyReceipt,
  isComplete,
  receiptProblems,
  receiptsIn,
  receiptsTotal,
} from '../../miniapp/src/filing/receipt-draft.ts';
import { Sha256, hexOf } from '../../miniapp/src/photos/sha256.ts';

describe('the checksum of a photo', () => {
  it('is SHA-256 for every length around a block, in whatever pieces it comes', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 700_001]) {
      const bytes = randomBytes(length);
      const hash = new Sha256();
      for (let from = 0; from < length; from += 65_537) hash.update(bytes.subarray(from, from + 65_537));
      assert.equal(hexOf(hash.digest()), createHash('sha256').update(bytes).digest('hex'), `${length} bytes`);
    }
  });

  it('is told in base64 as RFC 4648 has it', () => {
    for (const length of [0, 1, 2, 3, 31, 32]) {
      const bytes = randomBytes(length);
      assert.equal(base64Of(bytes), bytes.toString('base64'));
    }
  });
});

describe('a condition of the form', () => {
  const facts = { form: { purpose: 'register', children: 2 }, region: { code: '620000' } };
  const registering = { '==': [{ var: 'form.purpose' }, 'register'] };
  const commits = { var: 'region.policies.commitmentLetters' };

  it('is decided on the phone where it looks at answers only', () => {
    assert.equal(verdict(undefined, facts), true);
    assert.equal(verdict(registering, facts), true);
    assert.equal(verdict({ '>': [{ var: 'form.children' }, 2] }, facts), false);
    assert.equal(verdict({ '==': [{ var: 'region.code' }, '340000'] }, facts), false);
  });

  it('is left to the server where it looks at the person or the policies', () => {
    assert.equal(verdict(commits, facts), 'unknown');
    assert.equal(verdict({ '!': { var: 'person.falseCommitment' } }, facts), 'unknown');
    assert.equal(verdict({ and: [registering, commits] }, facts), 'unknown');
    assert.equal(verdict({ within: [{ var: 'form.purpose' }, '620000'] }, facts), 'unknown');
  });

  it('is decided all the same where what is unknown makes no difference', () => {
    assert.equal(verdict({ and: [{ '!': registering }, commits] }, facts), false);
    assert.equal(verdict({ or: [registering, commits] }, facts), true);
  });

  it('never tells a letter what the phone does not know', () => {
    assert.equal(factNamed('form.purpose', facts), 'register');
    assert.equal(factNamed('person.name', facts), undefined);
  });
});

describe('a number with a check digit', () => {
  it('is an ID number only with the right last character', () => {
    assert.ok(isIdNumber('620100195503080027'));
    assert.ok(!isIdNumber('620100195503080028'));
    assert.ok(!isIdNumber('62010019550308002x'));
  });

  it('is a bank card by Luhn and a credit code by GB 32100', () => {
    assert.ok(isBankCard('6228480402564890018'));
    assert.ok(!isBankCard('6228480402564890019'));
    assert.ok(isCreditCode('91350100M000100Y43'));
    assert.ok(!isCreditCode('91350100M000100Y44'));
  });
});

describe('a receipt', () => {
  const today = '2026-11-25';
  const whole = {
    code: '62060126',
    number: '0012345678',
    checkCode: 'A1B2C3',
    payer: '李文静',
    date: '2026-09-13',
    total: 123_450,
    hospital: '兰州市某妇幼保健院',
    uploads: ['one'],
  };

  it('is complete with a photo, number, date and amount; a digital one has neither code nor check code', () => {
    assert.ok(isComplete(whole, today));
    assert.ok(isComplete({ ...whole, code: '', checkCode: '', number: '26622000000012345678' }, today));
  });

  it('says of each field what is missing or wrong, all at once', () => {
    assert.deepEqual(Object.keys(receiptProblems(emptyReceipt, today)).toSorted(), [
      'date',
      'hospital',
      'number',
      'payer',
      'total',
      'uploads',
    ]);
    assert.match(receiptProblems({ ...whole, date: '2026-11-26' }, today).date ?? '', /还没到/);
  });

  it('survives the draft half filled in', () => {
    const half = { ...emptyReceipt, number: '123', uploads: ['phone:abc'] };
    assert.deepEqual(receiptsIn(asAnswer([whole, half])), [whole, half]);
    assert.equal(receiptsTotal([whole, half]), 123_450);
    assert.deepEqual(receiptsIn([null, 'nonsense']), [emptyReceipt, emptyReceipt]);
  });
});
