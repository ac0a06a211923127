/** A receipt while it is filled in: what the form calls ReceiptAnswer, with fields that may still be empty. Pure. */
import type { Answer, ReceiptAnswer } from '@yiban/shared-types/cases';

/** In the order of the paper, top to bottom. */
export type ReceiptDraft = Omit<ReceiptAnswer, 'total'> & { readonly total: number | null };

export const emptyReceipt: ReceiptDraft = {
  code: '',
  number: '',
  checkCode: '',
  payer: '',
  date: '',
  total: null,
  hospital: '',
  uploads: [],
};

export function receiptsIn(answer: Answer | undefined): readonly ReceiptDraft[] {
  return Array.isArray(answer) ? answer.map(receiptOf) : [];
}

export function receiptsTotal(receipts: readonly ReceiptDraft[]): number {
  return receipts.reduce((sum, { total }) => sum + (total ?? 0), 0);
}

/** As the form keeps it. */
export function asAnswer(receipts: readonly ReceiptDraft[]): Answer {
  return receipts.map((receipt) => ({ ...receipt }));
}

/** What is missing or wrong, by field; empty for a receipt that is complete. */
export function receiptProblems(receipt: ReceiptDraft, today: string): Partial<Record<keyof ReceiptDraft, string>> {
  const { code, number, checkCode, payer, date, total, hospital, uploads } = receipt;
  const found: readonly (readonly [keyof ReceiptDraft, string | false])[] = [
    ['uploads', uploads.length === 0 && '请先给这张票据拍照。'],
    ['code', !/^(\d{6}|\d{8}|\d{10}|\d{12})?$/.test(code) && '票据代码是 6、8、10 或 12 位数字；票上没有就空着。'],
    ['number', !/^(\d{8}|\d{10}|\d{20})$/.test(number) && '票据号码是 8、10 或 20 位数字，在票据右上角。'],
    ['checkCode', !/^([0-9A-Za-z]{6})?$/.test(checkCode) && '校验码是 6 位数字或字母；票上没有就空着。'],
    ['date', date === '' ? '请选票据上的开票日期。' : date > today && '这一天还没到，请对照票据再选。'],
    ['total', (total === null || total < 1) && '请填票据上的金额合计。'],
    ['payer', payer.trim() === '' && '请填票据上的交款人姓名。'],
    ['hospital', hospital.trim() === '' && '请填票据上的收款单位，就是医院的名字。'],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== false));
}

export function isComplete(receipt: ReceiptDraft, today: string): boolean {
  return Object.keys(receiptProblems(receipt, today)).length === 0;
}

const ON_PHONE = 'phone:';

/** Stands among a receipt's uploads for a photo that is still on its way. */
export function onPhone(photo: string): string {
  return `${ON_PHONE}${photo}`;
}

export function photoOnPhone(upload: string): string | null {
  return upload.startsWith(ON_PHONE) ? upload.slice(ON_PHONE.length) : null;
}

function receiptOf(answer: Answer): ReceiptDraft {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return emptyReceipt;
  const field = (name: keyof ReceiptDraft): Answer | undefined =>
    Object.entries(answer).find(([key]) => key === name)?.[1];
  const text = (name: keyof ReceiptDraft): string => {
    const value = field(name);
    return typeof value === 'string' ? value : '';
  };
  const total = field('total');
  const uploads = field('uploads');
  return {
    code: text('code'),
    number: text('number'),
    checkCode: text('checkCode'),
    payer: text('payer'),
    date: text('date'),
    total: typeof total === 'number' ? total : null,
    hospital: text('hospital'),
    uploads: Array.isArray(uploads) ? uploads.filter((id) => typeof id === 'string') : [],
  };
}
