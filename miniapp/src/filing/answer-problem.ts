/** What is wrong with an answer, in words for people; undefined when nothing is. The server's check has the last word. */
import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import type { Answer } from '@yiban/shared-types/cases';
import type { ItemForm, Question } from '@yiban/shared-types/catalogue';
import { isEmpty } from './agenda';
import { isBankCard, isCreditCode, isIdNumber } from './identity-numbers';

export function answerProblem(question: Question, form: ItemForm, answer: Answer, today: string): string | undefined {
  if (isEmpty(answer)) return question.required ? missing(question) : undefined;
  if (!fits(form, question.id, answer)) return wrongFormat(question);
  return wrongContent(question, answer, today);
}

/** Whether the answer is what the form's JSON Schema wants of that property. */
function fits(form: ItemForm, id: string, answer: Answer): boolean {
  const schema = schemaOf(form, id);
  return schema === null || new Validator(schema, '2020-12', true).validate(answer).valid;
}

function schemaOf({ schema }: ItemForm, id: string): Schema | null {
  const properties = schema['properties'];
  if (typeof properties !== 'object' || properties === null) return null;
  const property: unknown = Reflect.get(properties, id);
  return isSchema(property) ? property : null;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function missing({ kind, term }: Question): string {
  switch (kind) {
    case 'choice':
    case 'choices':
    case 'yes-no':
    case 'registration':
      return '请选一项，再点「下一步」。';
    case 'division':
      return `请把「${term}」选到区县。`;
    case 'date':
    case 'month':
      return '请选日期，记不准的话选大概的日子。';
    case 'receipts':
      return '还没有票据。请先拍一张。';
    default:
      return `请填「${term}」。`;
  }
}

function wrongFormat({ kind, term, maxLength, minimum, maximum }: Question): string {
  switch (kind) {
    case 'phone':
      return '手机号是 11 位数字，座机要带区号，例如 0931-8888888。请再看一遍。';
    case 'id-number':
      return '身份证号码是 18 位，最后一位可能是字母 X。请对照证件再看一遍。';
    case 'credit-code':
      return '统一社会信用代码是 18 位数字和大写字母。请对照营业执照再看一遍。';
    case 'bank-card':
      return '银行卡号是卡正面的一长串数字，一般 16 到 19 位。请再看一遍。';
    case 'name':
      return '请写姓名，不要带数字和符号。';
    case 'money':
      return minimum === undefined ? '请填金额，最多两位小数。' : '请填金额，不能是 0。';
    case 'number':
      return minimum !== undefined && maximum !== undefined
        ? `请填 ${minimum} 到 ${maximum} 之间的数字。`
        : '请填数字。';
    case 'receipts':
      return '有票据没填全。点开标着「没填全」的票据，补上号码、日期和金额。';
    case 'division':
      return `请把「${term}」选到区县。`;
    case 'text':
    case 'multiline':
      return maxLength === undefined
        ? `「${term}」写得太长了，请写短一些。`
        : `「${term}」最多写 ${maxLength} 个字，请写短一些。`;
    default:
      return `「${term}」填得不对，请再看一遍。`;
  }
}

function wrongContent({ kind, tense }: Question, answer: Answer, today: string): string | undefined {
  if (typeof answer !== 'string') return undefined;
  switch (kind) {
    case 'id-number':
      return isIdNumber(answer) ? undefined : '身份证号码有一位不对。请对照证件再看一遍，注意最后一位。';
    case 'credit-code':
      return isCreditCode(answer) ? undefined : '代码有一位不对。请对照营业执照再看一遍。';
    case 'bank-card':
      return isBankCard(answer) ? undefined : '卡号有一位不对。请对照银行卡再看一遍。';
    case 'date':
      if (tense === 'past' && answer > today) return '这一天还没到。请选今天或今天以前的日子。';
      if (tense === 'future' && answer < today) return '这一天已经过了。请选今天或以后的日子。';
      return undefined;
    default:
      return undefined;
  }
}
