/** Answers to a form as they stand on papers and screens: by term, in the order asked, only what was to be answered. */
import type { Answer, Answers, ReceiptAnswer } from '@yiban/shared-types/cases';
import type { QuestionKind } from '@yiban/shared-types/catalogue';
import { z } from 'zod';
import { holds, type Condition } from '../catalogue/conditions.js';
import { maskBankCard, maskIdNumber, maskName, maskPhone, maskText } from '../people/masking.js';
import { receiptOf } from '../receipts/receipt-answers.js';
import type { Row, Table } from './document-content.js';
import { shownAmount, shownBankCard, shownDate, shownMoney, shownMonth } from './shown-values.js';

/** What of a question matters here. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly term: string;
  readonly when?: Condition | undefined;
  readonly ask?: boolean | undefined;
  readonly default?: string | number | boolean | undefined;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly personal?: boolean | undefined;
  readonly columns?: readonly AnsweredColumn[] | undefined;
}

export interface AnsweredColumn {
  readonly id: string;
  readonly term: string;
  readonly kind: QuestionKind;
  readonly options?: AnsweredQuestion['options'];
}

/**
 * Rows of all answered questions whose `when` holds for the facts (`factsOf`). `masked`, for screens: names, numbers,
 * cards and personal texts show enough to know them again.
 */
export function answersAsRows(
  questions: readonly AnsweredQuestion[],
  form: Answers,
  facts: object,
  masked = false,
): readonly Row[] {
  return questions
    .filter((question) => holds(question.when, facts))
    .flatMap((question) => {
      const answer = form[question.id] ?? (question.ask === false ? question.default : undefined);
      const shown = shownAnswer(question, answer ?? null, facts, masked);
      return shown === null ? [] : [{ term: question.term, ...shown }];
    });
}

type Shown = Omit<Row, 'term'>;

/** Null for what was left empty or is not what the question asks for. */
function shownAnswer(question: AnsweredQuestion, answer: Answer, facts: object, masked: boolean): Shown | null {
  if (question.kind === 'receipts') return shownReceipts(answer);
  if (question.kind === 'table') return shownTable(question, answer, masked);
  if (isList(answer)) return text(answer.map((value) => labelOf(question, value)).join('、'));
  if (typeof answer === 'object')
    return text(answer !== null && typeof answer['name'] === 'string' ? answer['name'] : '');
  if (typeof answer === 'boolean') return text(answer ? '是' : '否');
  if (typeof answer === 'number') return text(question.kind === 'money' ? shownMoney(answer) : String(answer));
  if (question.kind === 'registration') return text(registrationName(answer, facts));
  return text(shownText(question, answer.trim(), masked));
}

function text(shown: string): Shown | null {
  return shown === '' ? null : { shown };
}

function shownText(question: AnsweredQuestion, answer: string, masked: boolean): string {
  switch (question.kind) {
    case 'date':
      return shownDate(answer);
    case 'month':
      return shownMonth(answer);
    case 'choice':
    case 'choices':
      return labelOf(question, answer);
    case 'name':
      return masked ? maskName(answer) : answer;
    case 'phone':
      return masked ? maskPhone(answer) : answer;
    case 'id-number':
      return masked ? maskIdNumber(answer) : answer;
    case 'bank-card':
      return masked ? maskBankCard(answer) : shownBankCard(answer);
    default:
      return masked && question.personal === true ? maskText(answer) : answer;
  }
}

const isList = (answer: Answer): answer is readonly Answer[] => Array.isArray(answer);

function labelOf(question: AnsweredQuestion, value: Answer): string {
  return question.options?.find((option) => option.value === value)?.label ?? (typeof value === 'string' ? value : '');
}

const registrationFacts = z.object({
  person: z.object({
    registrations: z.array(z.object({ id: z.string(), kind: z.string(), begin: z.string() })),
  }),
});
/** rloc_coty_type of the platform. */
const registrationKinds: Readonly<Record<string, string>> = {
  '1': '异地安置退休人员备案',
  '2': '异地长期居住人员备案',
  '3': '常驻异地工作人员备案',
  '4': '异地转诊人员备案',
};

/** A registration by kind and date where the platform told of it, by its serial number otherwise. */
function registrationName(id: string, facts: object): string {
  const known = registrationFacts.safeParse(facts).data?.person.registrations.find((row) => row.id === id);
  const kind = known === undefined ? undefined : registrationKinds[known.kind];
  return known === undefined || kind === undefined ? id : `${kind}（${shownDate(known.begin)}起，编号 ${id}）`;
}

const fileAnswer = z.object({ rows: z.number(), totals: z.record(z.string(), z.number()) });
const typedAnswer = z.array(z.record(z.string(), z.union([z.string(), z.number()])));

/** Typed rows stand in a table below; of a file only how many rows it has and what they come to: it is kept beside. */
function shownTable({ columns = [] }: AnsweredQuestion, answer: Answer, masked: boolean): Shown | null {
  const file = fileAnswer.safeParse(answer).data;
  const rows = typedAnswer.safeParse(answer).data ?? [];
  const count = file?.rows ?? rows.length;
  if (count === 0) return null;
  const totals = columns
    .filter(({ kind }) => kind === 'money')
    .map(({ id, term }) => {
      const total = file?.totals[id] ?? rows.reduce((sum, row) => sum + Number(row[id] ?? 0), 0);
      return `，${term}合计 ${shownMoney(total)}`;
    });
  const shown = `共 ${count} 行${totals.join('')}`;
  if (file !== undefined) return { shown: `${shown}（明细见所附表格）` };
  const told = columns.filter(({ id }) => rows.some((row) => row[id] !== undefined));
  return {
    shown,
    table: {
      columns: told.map(({ term, kind }) => ({
        title: kind === 'money' ? `${term}（元）` : term,
        weight: kind === 'id-number' ? 24 : 14,
        align: kind === 'money' || kind === 'number' ? 'right' : 'left',
      })),
      rows: rows.map((row) => told.map((column) => shownTableCell(column, row[column.id] ?? '', masked))),
    },
  };
}

function shownTableCell({ id, term, kind, options }: AnsweredColumn, value: string | number, masked: boolean): string {
  if (typeof value === 'number') return kind === 'money' ? shownAmount(value) : String(value);
  return value === '' ? '—' : shownText({ id, term, kind, options, personal: true }, value, masked);
}

/** How many and how much, with each receipt in a table below. */
function shownReceipts(answer: Answer): Shown | null {
  const receipts = Array.isArray(answer) ? answer.flatMap(receiptOf) : [];
  if (receipts.length === 0) return null;
  const total = receipts.reduce((sum, receipt) => sum + receipt.total, 0);
  return { shown: `${receipts.length} 张，合计 ${shownMoney(total)}`, table: receiptTable(receipts) };
}

function receiptTable(receipts: readonly ReceiptAnswer[]): Table {
  return {
    columns: [
      { title: '票据代码', weight: 16, align: 'left' },
      { title: '票据号码', weight: 22, align: 'left' },
      { title: '开票日期', weight: 20, align: 'left' },
      { title: '医院', weight: 27, align: 'left' },
      { title: '金额（元）', weight: 15, align: 'right' },
    ],
    rows: receipts.map(({ code, number, date, hospital, total }) => [
      code === '' ? '—' : code,
      number,
      shownDate(date),
      hospital,
      shownAmount(total),
    ]),
  };
}
