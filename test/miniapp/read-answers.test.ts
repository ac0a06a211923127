/** What a photographed paper says is brought into the form: the question that was asked, and what else is still empty. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ItemPage, Question } from '@yiban/shared-types/catalogue';
import type { BankCardReading } from '@yiban/shared-types/reading';
import { answersRead, saidOf } from '../../miniapp/src/filing/read-answers.ts';

const question = (id: string, field: string, name = '银行卡'): Question => ({
  id,
  kind: 'text',
  label: id,
  term: id,
  required: true,
  ask: true,
  readFrom: { paper: 'bank-card', name, field },
});
const card = question('bankCard', 'number');
const bank = question('bank', 'bank');
const another = question('otherCard', 'number', '别人的银行卡');
const item = { form: { schema: {}, questions: [card, bank, another] } } as unknown as ItemPage;
const content: BankCardReading = {
  kind: 'bank-card',
  number: { value: '6222021234567894', confidence: 'sure' },
  bank: { value: '中国工商银行', confidence: 'sure' },
};

describe('a paper that answers questions', () => {
  test('replaces the answer that was asked for, and leaves others that were typed', () => {
    const typed = { bankCard: '1', bank: '建设银行' };
    assert.deepEqual(answersRead(item, card, typed, content), { bankCard: '6222021234567894' });
  });

  test('fills what is empty and stands on the same paper, and nothing of another’s', () => {
    assert.deepEqual(answersRead(item, card, {}, content), { bankCard: '6222021234567894', bank: '中国工商银行' });
  });

  test('never fills in what was not read for sure', () => {
    const unsure: BankCardReading = { ...content, number: { value: '6222021234567890', confidence: 'unsure' } };
    assert.deepEqual(answersRead(item, card, {}, unsure), { bank: '中国工商银行' });
    assert.equal(saidOf(card, unsure)?.confidence, 'unsure');
  });

  test('of another paper says nothing', () => {
    const medical = { kind: 'medical', name: null, diagnosis: null, admittedOn: null, dischargedOn: null } as const;
    const hospital = { ...medical, issuedOn: null, hospital: { value: '市医院', confidence: 'sure' } } as const;
    assert.deepEqual(answersRead(item, card, {}, hospital), {});
    assert.equal(saidOf(card, hospital), null);
  });
});
