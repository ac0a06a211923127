/**
 * What was read from the photo of a receipt, brought into the form: only what is empty is filled, and only with what was
 * read for sure; of the rest the person is asked. Pure.
 */
import type { Read, ReceiptReading } from '@yiban/shared-types/reading';
import type { ReceiptDraft } from './receipt-draft.ts';

export type ReceiptField = Exclude<keyof ReceiptDraft, 'uploads'>;

const FIELDS = ['code', 'number', 'checkCode', 'payer', 'date', 'total', 'hospital'] as const;

export function filledFrom(receipt: ReceiptDraft, reading: ReceiptReading): ReceiptDraft {
  const clear = FIELDS.flatMap((field) => {
    const read = reading[field];
    return isEmpty(receipt, field) && read?.confidence === 'sure' ? [[field, read.value] as const] : [];
  });
  return { ...receipt, ...Object.fromEntries(clear) };
}

/** Whether something in the form stands there as it was read, and is to be compared with the paper. */
export function isReadFrom(receipt: ReceiptDraft, reading: ReceiptReading): boolean {
  return FIELDS.some((field) => !isEmpty(receipt, field) && receipt[field] === reading[field]?.value);
}

/** What an empty field may say, where the print was not clear: shown, and filled in only by the person. */
export function unsureOf(
  receipt: ReceiptDraft,
  reading: ReceiptReading,
  field: ReceiptField,
): Read<string> | Read<number> {
  const read = reading[field];
  return read?.confidence === 'unsure' && isEmpty(receipt, field) ? read : null;
}

/** That field as the reading has it. */
export function taken(reading: ReceiptReading, field: ReceiptField): Partial<ReceiptDraft> {
  const read = reading[field];
  return read === null ? {} : { [field]: read.value };
}

function isEmpty(receipt: ReceiptDraft, field: ReceiptField): boolean {
  const value = receipt[field];
  return value === null || value === '';
}
