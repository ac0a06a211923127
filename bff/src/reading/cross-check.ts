/**
 * What was typed against what stands on the photos: differences that an officer would otherwise find a week later. All are
 * warnings, and only what was read for sure is held against the person. What answers must have to do with each other
 * (payer and patient, dates and stay, receipts and list) the rules of the catalogue say. Every code begins with `reading-`.
 */
import type { Answer, Answers, ReceiptAnswer } from '@yiban/shared-types/cases';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import type { PaperReading, Read, ReceiptReading } from '@yiban/shared-types/reading';
import { receiptOf } from '../receipts/receipt-answers.js';

export interface CrossCheckSubject {
  readonly form: Answers;
  /** Of all photos of the case, by upload id. */
  readonly readings: ReadonlyMap<string, PaperReading>;
  /** Whose case it is. */
  readonly patient: { readonly name: string; readonly idNo: string | null };
  /** Upload id → requirement, for photos that were handed in as a material. */
  readonly materials: ReadonlyMap<string, string>;
}

export function crossCheck(subject: CrossCheckSubject): readonly ProblemDetail[] {
  const typed = receiptsWithPlaces(subject.form);
  return [
    ...typed.flatMap((receipt) => receiptDifferences(receipt, subject)),
    ...[...subject.readings].flatMap(([upload, reading]) =>
      paperDifferences(placeOf(upload, typed, subject), reading, subject),
    ),
    ...expenseDifferences(subject),
  ];
}

interface TypedReceipt {
  readonly receipt: ReceiptAnswer;
  readonly pointer: string;
  /** 「第 2 张票据」 */
  readonly called: string;
}

function receiptsWithPlaces(form: Answers): readonly TypedReceipt[] {
  return Object.entries(form).flatMap(([question, answer]) =>
    isList(answer)
      ? answer.flatMap((one, i) =>
          receiptOf(one).map((receipt) => ({
            receipt,
            pointer: `/form/${question}/${i}`,
            called: `第 ${i + 1} 张票据`,
          })),
        )
      : [],
  );
}

function receiptDifferences(
  { receipt, pointer, called }: TypedReceipt,
  { readings }: CrossCheckSubject,
): readonly ProblemDetail[] {
  const contents = receipt.uploads.flatMap((id) => readings.get(id)?.content ?? []);
  const read = contents.find((content) => content.kind === 'receipt');
  return read === undefined ? [] : againstPhoto(receipt, read, pointer, called);
}

function againstPhoto(
  typed: ReceiptAnswer,
  read: ReceiptReading,
  pointer: string,
  called: string,
): readonly ProblemDetail[] {
  const texts = [
    ['code', '票据代码', typed.code, read.code],
    ['number', '票据号码', typed.number, read.number],
    ['checkCode', '校验码', typed.checkCode.toLowerCase(), lower(read.checkCode)],
    ['payer', '交款人', typed.payer, read.payer],
    ['date', '开票日期', typed.date, read.date],
  ] as const;
  const total = sure(read.total);
  return [
    ...texts.flatMap(([part, name, own, field]) => {
      const onPhoto = sure(field);
      if (own === '' || onPhoto === undefined || own === onPhoto) return [];
      return [warning(`${pointer}/${part}`, 'reading-differs', differs(called, name, own, onPhoto))];
    }),
    ...(total !== undefined && total !== typed.total
      ? [
          warning(
            `${pointer}/total`,
            'reading-differs',
            differs(called, '金额', `${yuan(typed.total)} 元`, `${yuan(total)} 元`),
          ),
        ]
      : []),
    ...(read.total !== null && read.totalInCapitals !== null && read.total.value !== read.totalInCapitals.value
      ? [
          warning(
            `${pointer}/total`,
            'reading-totals-disagree',
            `${called}照片上，合计的大写和小写好像不一样。请对着票据核对金额；票据本身不一致的，请找医院换开。`,
          ),
        ]
      : []),
  ];
}

const differs = (called: string, name: string, own: string, onPhoto: string): string =>
  `${called}的${name}，您填的是「${own}」，照片上是「${onPhoto}」。请对着票据核对一遍。`;

/** Papers that name the patient, dates or numbers that the form asks for too. */
function paperDifferences(
  pointer: string,
  { content }: PaperReading,
  { form, patient }: CrossCheckSubject,
): readonly ProblemDetail[] {
  const name = (field: Read<string>, paper: string): readonly ProblemDetail[] => {
    const read = sure(field);
    if (read === undefined || read === patient.name) return [];
    return [
      warning(
        pointer,
        'reading-name-differs',
        `${paper}上的姓名是「${read}」，不是「${patient.name}」。请核对是不是拿错了。`,
      ),
    ];
  };
  const answer = (question: string, field: Read<string>, paper: string, what: string): readonly ProblemDetail[] => {
    const [own, read] = [form[question], sure(field)];
    if (typeof own !== 'string' || own === '' || read === undefined || own.replaceAll(/\s/g, '') === read) return [];
    return [
      warning(
        `/form/${question}`,
        'reading-differs',
        `${what}您填的是「${own}」，${paper}上是「${read}」。请核对一遍。`,
      ),
    ];
  };
  switch (content.kind) {
    case 'receipt':
      return [];
    case 'expense-list':
      return name(content.name, '费用清单');
    case 'medical':
      return [
        ...name(content.name, '病历或诊断证明'),
        ...answer('admittedOn', content.admittedOn, '病历', '入院日期'),
        ...answer('dischargedOn', content.dischargedOn, '病历', '出院日期'),
      ];
    case 'identity-card':
    case 'household-register': {
      // Of a family's papers any may be another's; only one with the same name must have the same number.
      const read = sure(content.idNumber);
      const own = sure(content.name) === patient.name;
      if (!own || read === undefined || patient.idNo === null || read === patient.idNo) return [];
      return [
        warning(pointer, 'reading-id-number-differs', '证件上的身份证号码和医保登记的不一样。请核对是不是拿错了证件。'),
      ];
    }
    case 'bank-card':
      return answer('bankCard', content.number, '银行卡照片', '银行卡号');
  }
}

/** The expense list's own total; one of several pages has it on the last. */
function expenseDifferences({ form, readings }: CrossCheckSubject): readonly ProblemDetail[] {
  const own = form['expenseTotal'];
  const totals = [...readings.values()].flatMap(({ content }) =>
    content.kind === 'expense-list' ? (sure(content.total) ?? []) : [],
  );
  const [total] = totals;
  if (typeof own !== 'number' || totals.length !== 1 || total === undefined || total === own) return [];
  const message = `费用清单合计您填的是「${yuan(own)} 元」，照片上是「${yuan(total)} 元」。请核对一遍。`;
  return [warning('/form/expenseTotal', 'reading-differs', message)];
}

/** Where a photo belongs: to a receipt of the form, or to a material. */
function placeOf(upload: string, typed: readonly TypedReceipt[], { materials }: CrossCheckSubject): string {
  const receipt = typed.find((one) => one.receipt.uploads.includes(upload));
  return receipt?.pointer ?? `/materials/${materials.get(upload) ?? ''}`;
}

function sure<T>(field: Read<T>): T | undefined {
  return field?.confidence === 'sure' ? field.value : undefined;
}

const isList = (answer: Answer): answer is readonly Answer[] => Array.isArray(answer);

const lower = (field: Read<string>): Read<string> =>
  field === null ? null : { ...field, value: field.value.toLowerCase() };

const yuan = (fen: number): string => (fen / 100).toFixed(2);

const warning = (pointer: string, code: string, message: string): ProblemDetail => ({ pointer, code, message });
