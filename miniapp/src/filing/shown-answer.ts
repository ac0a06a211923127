/** Answers as people read them. */
import type { Answer } from '@yiban/shared-types/cases';
import type { Question } from '@yiban/shared-types/catalogue';
import { shownMoney } from '../wording/money';
import { tableInWords } from '../tables/table-answer';
import { isEmpty } from './agenda';
import { textOf } from './answer-text';
import { receiptsIn, receiptsTotal } from './receipt-draft';

/** Empty for what is not answered. */
export function shownAnswer(question: Question, answer: Answer | undefined): string {
  if (answer === undefined || isEmpty(answer)) return '';
  switch (question.kind) {
    case 'receipts':
      return `${receiptsIn(answer).length} 张，合计 ${shownMoney(receiptsTotal(receiptsIn(answer)))}`;
    case 'table':
      return tableInWords(question, answer);
    case 'money':
      return typeof answer === 'number' ? shownMoney(answer) : '';
    case 'yes-no':
      return answer === true ? '是' : '否';
    case 'division':
      return nameOf(answer);
    case 'choice':
      return labelOf(question, answer);
    case 'choices':
      return isList(answer) ? answer.map((one) => labelOf(question, one)).join('、') : '';
    case 'date':
    case 'month':
      return shownDate(textOf(answer));
    case 'bank-card':
      return grouped(textOf(answer));
    default:
      return textOf(answer);
  }
}

/** `2026-11-25` → 「2026年11月25日」, `2026-11` → 「2026年11月」; anything else stays as it is. */
export function shownDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (parts === null) return date;
  const day = parts[3] === undefined ? '' : `${Number(parts[3])}日`;
  return `${parts[1]}年${Number(parts[2])}月${day}`;
}

/** `6222021234567890` → `6222 0212 3456 7890` */
export function grouped(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

function nameOf(answer: Answer): string {
  return typeof answer === 'object' && answer !== null && 'name' in answer ? textOf(answer.name) : '';
}

function isList(answer: Answer): answer is readonly Answer[] {
  return Array.isArray(answer);
}

function labelOf({ options }: Question, value: Answer): string {
  return options?.find((option) => option.value === value)?.label ?? textOf(value);
}
