import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PaperContent, PaperReading, ReadField, ReceiptReading } from '@yiban/shared-types/reading';
import { crossCheck, type CrossCheckSubject } from './cross-check.js';

const sure = <T>(value: T): ReadField<T> => ({ value, confidence: 'sure' });
const unsure = <T>(value: T): ReadField<T> => ({ value, confidence: 'unsure' });

const receipt: ReceiptReading = {
  kind: 'receipt',
  code: sure('62060119'),
  number: sure('0012345678'),
  checkCode: sure('A1b2c3'),
  payer: sure('张桂英'),
  date: sure('2026-03-09'),
  total: sure(123456),
  totalInCapitals: sure(123456),
  fund: null,
  account: null,
  cash: null,
  own: null,
  hospital: sure('兰州市第一人民医院'),
  items: [],
};
const typed = {
  code: '62060119',
  number: '0012345678',
  checkCode: 'a1b2c3',
  payer: '张桂英',
  date: '2026-03-09',
  total: 123456,
  hospital: '',
  uploads: ['u1'],
};
const of = (content: PaperContent): PaperReading => ({
  content,
  looksLike: null,
  findings: [],
  legible: true,
  turned: 0,
});
const subject = (read: PaperContent, form: CrossCheckSubject['form'] = { receipts: [typed] }): CrossCheckSubject => ({
  form,
  readings: new Map([['u1', of(read)]]),
  patient: { name: '张桂英', idNo: '620102195003078425' },
  materials: new Map([['u1', 'papers']]),
});
const found = (read: PaperContent, form?: CrossCheckSubject['form']): readonly string[] =>
  crossCheck(subject(read, form)).map(({ pointer, code }) => `${pointer} ${code}`);

describe('what was typed against what stands on the photos', () => {
  test('every difference is told at once, each where it was typed', () => {
    const other = { ...typed, code: '62060110', number: '1', payer: '张贵英', date: '2026-03-08', total: 123450 };
    assert.deepEqual(
      found(receipt, { receipts: [other] }),
      ['code', 'number', 'payer', 'date', 'total'].map((part) => `/form/receipts/0/${part} reading-differs`),
    );
  });

  test('the sentence says what was typed and what was read', () => {
    const [warning] = crossCheck(subject(receipt, { receipts: [{ ...typed, total: 100 }] }));
    assert.match(warning!.message, /第 1 张票据的金额，您填的是「1.00 元」，照片上是「1234.56 元」/);
  });

  test('figures and capitals that disagree are told, whichever of them was typed', () => {
    const read = { ...receipt, total: unsure(123456), totalInCapitals: unsure(173456) };
    assert.deepEqual(found(read), ['/form/receipts/0/total reading-totals-disagree']);
  });

  test('what was read without being sure is held against nobody', () => {
    assert.deepEqual(found({ ...receipt, number: unsure('0012345679'), payer: unsure('张桂荚') }), []);
  });

  test('another’s name on a paper, another stay, another total', () => {
    const medical = {
      kind: 'medical',
      name: sure('李明'),
      diagnosis: null,
      admittedOn: sure('2026-03-01'),
      dischargedOn: sure('2026-03-09'),
      issuedOn: null,
      hospital: null,
    } as const;
    assert.deepEqual(found(medical, { admittedOn: '2026-03-02', dischargedOn: '2026-03-09' }), [
      '/materials/papers reading-name-differs',
      '/form/admittedOn reading-differs',
    ]);
    const list = { kind: 'expense-list', name: null, hospital: null, total: sure(99) } as const;
    assert.deepEqual(found(list, { expenseTotal: 100 }), ['/form/expenseTotal reading-differs']);
  });

  test('an identity paper of one’s own has one’s own number; the paper of a child may have its own', () => {
    const card = (name: string) =>
      ({
        kind: 'identity-card',
        name: sure(name),
        idNumber: sure('620102201503070011'),
        birthday: null,
        address: null,
        authority: null,
        validFrom: null,
        validUntil: null,
      }) as const;
    assert.deepEqual(found(card('张桂英'), {}), ['/materials/papers reading-id-number-differs']);
    assert.deepEqual(found(card('王小宝'), {}), []);
  });

  test('a card number may be typed in groups of four', () => {
    const card = { kind: 'bank-card', number: sure('6222020200112230'), bank: null } as const;
    assert.deepEqual(found(card, { bankCard: '6222 0202 0011 2230' }), []);
    assert.deepEqual(found(card, { bankCard: '6222020200112231' }), ['/form/bankCard reading-differs']);
  });

  test('what agrees is not talked about', () => assert.deepEqual(found(receipt), []));
});
