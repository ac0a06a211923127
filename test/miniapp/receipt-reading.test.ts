/** What was read from a photo comes into the form: what was typed wins, what was not clear is asked. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadField, ReceiptReading } from '@yiban/shared-types/reading';
import { emptyReceipt } from '../../miniapp/src/filing/receipt-draft.ts';
import { filledFrom, isReadFrom, taken, unsureOf } from '../../miniapp/src/filing/receipt-reading.ts';

const sure = <T>(value: T): ReadField<T> => ({ value, confidence: 'sure' });
const unsure = <T>(value: T): ReadField<T> => ({ value, confidence: 'unsure' });

const reading: ReceiptReading = {
  kind: 'receipt',
  code: sure('62060126'),
  number: unsure('0012345678'),
  checkCode: null,
  payer: sure('李文静'),
  date: sure('2026-09-13'),
  total: sure(123_450),
  totalInCapitals: sure(123_450),
  fund: null,
  account: null,
  cash: null,
  own: null,
  hospital: sure('兰州市妇幼保健院'),
  items: [],
};
const photographed = { ...emptyReceipt, uploads: ['one'] };

describe('a receipt that was read from its photo', () => {
  it('is filled in where it is empty and the print was clear, and nowhere else', () => {
    assert.deepEqual(filledFrom(photographed, reading), {
      code: '62060126',
      number: '',
      checkCode: '',
      payer: '李文静',
      date: '2026-09-13',
      total: 123_450,
      hospital: '兰州市妇幼保健院',
      uploads: ['one'],
    });
  });

  it('leaves what was typed as it was typed', () => {
    const typed = { ...photographed, code: '62060120', number: '1', payer: '李文婧', date: '2026-09-12', total: 0 };
    assert.deepEqual(filledFrom(typed, reading), { ...typed, hospital: '兰州市妇幼保健院' });
  });

  it('asks about what was not clear while the field is empty, and takes it over when the person says so', () => {
    assert.deepEqual(unsureOf(photographed, reading, 'number'), unsure('0012345678'));
    assert.equal(unsureOf(photographed, reading, 'code'), null);
    assert.equal(unsureOf(photographed, reading, 'checkCode'), null);
    assert.equal(unsureOf({ ...photographed, number: '9' }, reading, 'number'), null);
    assert.deepEqual(taken(reading, 'number'), { number: '0012345678' });
  });

  it('asks to compare only where something stands as it was read', () => {
    assert.ok(isReadFrom(filledFrom(photographed, reading), reading));
    assert.ok(!isReadFrom(photographed, reading));
    assert.ok(!isReadFrom({ ...photographed, code: '62060120', payer: '李文婧' }, reading));
  });
});
