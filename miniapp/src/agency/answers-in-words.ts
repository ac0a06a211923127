/** Answers of a form as an officer reads them: by the terms of the item's questions. Pure. */
import type { Answer, Answers } from '@yiban/shared-types/cases';
import type { ItemForm, Question } from '@yiban/shared-types/catalogue';
import { receiptsOf } from './receipts';
import { shownYuan } from './case-words';

export interface AnswerRow {
  readonly question: string;
  readonly term: string;
  readonly words: string;
}

/** In the order of the form; what was not asked is left out. */
export function answersInWords(form: ItemForm | null, answers: Answers): readonly AnswerRow[] {
  return (form?.questions ?? []).flatMap((question) => {
    const words = inWords(question, answers[question.id] ?? null);
    return words === '' ? [] : [{ question: question.id, term: question.term, words }];
  });
}

function inWords(question: Question, answer: Answer): string {
  if (answer === null) return '';
  const label = (value: string) => question.options?.find((option) => option.value === value)?.label ?? value;
  if (question.kind === 'receipts') {
    const receipts = receiptsOf(answer);
    return `${receipts.length} 张，合计 ${shownYuan(receipts.reduce((sum, { total }) => sum + total, 0))} 元`;
  }
  if (question.kind === 'money' && typeof answer === 'number') return `${shownYuan(answer)} 元`;
  if (question.kind === 'bank-card' && typeof answer === 'string') return answer.replace(/(\d{4})(?=\d)/g, '$1 ');
  if (typeof answer === 'boolean') return answer ? '是' : '否';
  if (typeof answer === 'string') return label(answer);
  if (typeof answer === 'number') return String(answer);
  if (isList(answer))
    return answer
      .map((one) => (typeof one === 'string' ? label(one) : ''))
      .filter(Boolean)
      .join('、');
  return typeof answer['name'] === 'string' ? answer['name'] : '';
}

function isList(answer: Exclude<Answer, null | string | number | boolean>): answer is readonly Answer[] {
  return Array.isArray(answer);
}
