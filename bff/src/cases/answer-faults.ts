/** What is wrong with one answer, in words for people. Pure. */
import { Validator } from '@cfworker/json-schema';
import { areaList } from '@vant/area-data';
import type { Answer } from '@yiban/shared-types/cases';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import type { QuestionFile } from '../catalogue/question-file.js';
import { questionSchema } from '../catalogue/form-schema.js';
import { isBankCard, isCreditCode, isDate, isIdNumber } from './identity-numbers.js';

/** Faults of a given answer; an empty list when it is right. `today` is a date in Asia/Shanghai. */
export function answerFaults(question: QuestionFile, answer: Answer, today: string): readonly ProblemDetail[] {
  const text = typeof answer === 'string' ? answer : '';
  const fault = (code: string, message: string): ProblemDetail[] => [
    { pointer: `/form/${question.id}`, code, message },
  ];
  // The schema's own word for a day that does not exist would be «wrong format»: the calendar says it better.
  if (question.kind === 'date' && typeof answer === 'string' && datePattern.test(answer))
    return dateFaults(question, answer, today, fault);
  if (question.kind === 'receipts' && Array.isArray(answer)) {
    const faults = receiptFaults(question, answer, today);
    if (faults.length > 0) return faults;
  }
  if (!new Validator(questionSchema(question), '2020-12').validate(answer).valid)
    return fault('wrong-format', formatSentence(question));
  switch (question.kind) {
    case 'id-number':
      return isIdNumber(text)
        ? []
        : fault('wrong-check-digit', `「${question.term}」号码不对，请对照证件再输一遍，注意最后一位。`);
    case 'credit-code':
      return isCreditCode(text) ? [] : fault('wrong-check-digit', `「${question.term}」不对，请对照营业执照再输一遍。`);
    case 'bank-card':
      return isBankCard(text) ? [] : fault('wrong-check-digit', `「${question.term}」号码不对，请对照银行卡再输一遍。`);
    case 'division':
      return isDivision(answer)
        ? []
        : fault('unknown-division', `请重新选择「${question.term}」，依次选省、市、区县。`);
    default:
      return [];
  }
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

function dateFaults(
  question: QuestionFile,
  date: string,
  today: string,
  fault: (code: string, message: string) => ProblemDetail[],
): readonly ProblemDetail[] {
  if (!isDate(date)) return fault('impossible-date', `「${question.term}」没有这一天，请重新选择日期。`);
  if (date < '1900-01-01') return fault('impossible-date', `「${question.term}」太早了，请重新选择日期。`);
  if (question.tense === 'past' && date > today)
    return fault('date-in-future', `「${question.term}」不能晚于今天，请重新选择。`);
  if (question.tense === 'future' && date < today)
    return fault('date-in-past', `「${question.term}」不能早于今天，请重新选择。`);
  return [];
}

function receiptFaults(question: QuestionFile, answer: readonly Answer[], today: string): readonly ProblemDetail[] {
  return answer.flatMap((receipt, i) => {
    if (typeof receipt !== 'object' || receipt === null || !('date' in receipt)) return [];
    const date = typeof receipt.date === 'string' ? receipt.date : '';
    const pointer = `/form/${question.id}/${i}/date`;
    if (!isDate(date))
      return [{ pointer, code: 'impossible-date', message: `第 ${i + 1} 张票据的日期没有这一天，请对照票据改一下。` }];
    if (date > today)
      return [{ pointer, code: 'date-in-future', message: `第 ${i + 1} 张票据的日期晚于今天，请对照票据改一下。` }];
    return [];
  });
}

/** A county, or a city that has none below it, of the current divisions of China. */
function isDivision(answer: Answer): boolean {
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) return false;
  const code = typeof answer.code === 'string' ? answer.code : '';
  const counties: Readonly<Record<string, string>> = areaList.county_list;
  const cities: Readonly<Record<string, string>> = areaList.city_list;
  if (code in counties) return true;
  return code in cities && !Object.keys(counties).some((county) => county.startsWith(code.slice(0, 4)));
}

function formatSentence({ kind, term, maxLength, minimum, maximum }: QuestionFile): string {
  switch (kind) {
    case 'phone':
      return `「${term}」要填 11 位手机号，或带区号的座机号。`;
    case 'id-number':
      return `「${term}」要填 18 位，请对照证件再输一遍。`;
    case 'credit-code':
      return `「${term}」是 18 位数字和大写字母，请对照营业执照再输一遍。`;
    case 'bank-card':
      return `「${term}」要填银行卡正面的一长串数字。`;
    case 'date':
    case 'month':
      return `「${term}」请从日历里选。`;
    case 'money':
      return `「${term}」请填金额，最多两位小数。`;
    case 'number':
      return minimum !== undefined && maximum !== undefined
        ? `「${term}」要在 ${minimum} 到 ${maximum} 之间。`
        : `「${term}」请填数字。`;
    case 'choice':
    case 'choices':
    case 'yes-no':
    case 'registration':
      return `「${term}」请从列出的选项里选。`;
    case 'division':
      return `请重新选择「${term}」，依次选省、市、区县。`;
    case 'table':
      return `「${term}」填得不对：手机上最多填 50 行，更多的请用表格文件。`;
    case 'receipts':
      return `「${term}」里有票据没填全：号码、日期、金额都要有。`;
    default:
      return maxLength === undefined ? `「${term}」填得不对，请检查。` : `「${term}」最多 ${maxLength} 个字。`;
  }
}
