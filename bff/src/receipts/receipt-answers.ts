import type { Answer, Answers, ReceiptAnswer } from '@yiban/shared-types/cases';

/** Every receipt in a form; entries that are not (yet) one are passed over, the checks name them. */
export function receiptsIn(form: Answers): readonly ReceiptAnswer[] {
  return Object.values(form).flatMap((answer) => (Array.isArray(answer) ? answer.flatMap(receiptOf) : []));
}

/** The answer as a receipt: a list of one, or of none. */
export function receiptOf(answer: Answer): readonly ReceiptAnswer[] {
  if (typeof answer !== 'object' || answer === null || !('number' in answer) || !('total' in answer)) return [];
  const { code, number, checkCode, payer, date, total, hospital, uploads } = answer;
  if (typeof number !== 'string' || typeof total !== 'number') return [];
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  return [
    {
      code: text(code),
      number: number.trim(),
      checkCode: text(checkCode),
      payer: text(payer),
      date: text(date),
      total,
      hospital: text(hospital),
      uploads: Array.isArray(uploads) ? uploads.filter((id) => typeof id === 'string') : [],
    },
  ];
}

/** What makes a receipt one and the same: code and number. */
export function receiptIdentity({ code, number }: Pick<ReceiptAnswer, 'code' | 'number'>): string {
  return `${code}:${number}`;
}
