/** Receipts in the answers of a case. Pure. */
import type { Answer, Answers } from '@yiban/shared-types/cases';

export interface TypedReceipt {
  readonly code: string;
  readonly number: string;
  readonly checkCode: string;
  readonly payer: string;
  readonly date: string;
  readonly total: number;
  readonly hospital: string;
  readonly uploads: readonly string[];
}

export function receiptsOf(answer: Answer): readonly TypedReceipt[] {
  return Array.isArray(answer) ? answer.flatMap((one: Answer) => receiptOf(one) ?? []) : [];
}

/** Every receipt of a form, whichever question it answers. */
export function receiptsIn(answers: Answers): readonly TypedReceipt[] {
  return Object.values(answers).flatMap(receiptsOf);
}

function receiptOf(answer: Answer): TypedReceipt | null {
  if (typeof answer !== 'object' || answer === null || !('number' in answer) || !('total' in answer)) return null;
  const text = (value: Answer | undefined) => (typeof value === 'string' ? value : '');
  const { code, number, checkCode, payer, date, total, hospital, uploads } = answer;
  return {
    code: text(code),
    number: text(number),
    checkCode: text(checkCode),
    payer: text(payer),
    date: text(date),
    total: typeof total === 'number' ? total : 0,
    hospital: text(hospital),
    uploads: Array.isArray(uploads) ? uploads.filter((id): id is string => typeof id === 'string') : [],
  };
}
