/** The JSON Schema (2020-12) of a form's answers, from its questions. Pure. */
import type { QuestionFile, TableColumnFile } from './question-file.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const string = (maxLength: number, minLength = 1): JsonSchema => ({ type: 'string', minLength, maxLength });
const date: JsonSchema = { type: 'string', format: 'date' };
/** 9,999,999.99 yuan: above this an amount is a typing mistake. */
const largestFen = 999_999_999;

/** A receipt as `ReceiptAnswer` of shared-types has it; a fully digital invoice has neither code nor check code. */
const receipt = object({
  code: { type: 'string', pattern: '^([0-9]{6}|[0-9]{8}|[0-9]{10}|[0-9]{12})?$', title: '票据代码' },
  number: { type: 'string', pattern: '^([0-9]{8}|[0-9]{10}|[0-9]{20})$', title: '票据号码' },
  checkCode: { type: 'string', pattern: '^([0-9A-Za-z]{6})?$', title: '校验码' },
  payer: { ...string(50), title: '交款人' },
  date: { ...date, title: '开票日期' },
  total: { type: 'integer', minimum: 1, maximum: largestFen, title: '金额合计' },
  hospital: { ...string(80), title: '收款单位' },
  uploads: { type: 'array', items: string(64) },
});

/** Rows that are typed on the phone; more come as a file. A column of the database holds 64 KB. */
export const typedRows = 50;
export const mostTableRows = 5000;

/** Typed rows, or what the server put in their place when they came as a file. */
function table({ columns = [] }: QuestionFile): JsonSchema {
  const row = {
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.id, columnSchema(column)])),
    additionalProperties: false,
  };
  const file = object({
    file: string(36),
    rows: { type: 'integer', minimum: 1, maximum: mostTableRows },
    totals: { type: 'object', additionalProperties: { type: 'integer' } },
    choices: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
  });
  return { oneOf: [{ type: 'array', items: row, minItems: 1, maxItems: typedRows }, file] };
}

/** A column as the question that one row of it answers. */
export function columnQuestion(column: TableColumnFile): QuestionFile {
  return { ...column, when: undefined, label: column.term, ask: true, personal: false };
}

/** Values are judged one by one, so that each fault can be named; here only whether it is text or a number. */
function columnSchema({ kind, term }: TableColumnFile): JsonSchema {
  return kind === 'money' || kind === 'number' ? { type: 'integer', title: term } : { ...string(500), title: term };
}

const schemaOfKind: Readonly<Record<QuestionFile['kind'], (question: QuestionFile) => JsonSchema>> = {
  text: ({ maxLength = 100 }) => string(maxLength),
  multiline: ({ maxLength = 500 }) => string(maxLength),
  // Letters of any script with the dots and hyphens of minority and foreign names; no digits.
  name: ({ maxLength = 50 }) => ({ ...string(maxLength, 2), format: 'name', pattern: '^[^0-9@#%&*<>]+$' }),
  // A mobile number, or a landline with its area code.
  phone: () => ({ type: 'string', format: 'phone', pattern: '^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$' }),
  'id-number': () => ({ type: 'string', format: 'id-number', pattern: '^[0-9]{17}[0-9X]$' }),
  // GB 32100 leaves out I, O, S, V and Z.
  'credit-code': () => ({ type: 'string', format: 'credit-code', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' }),
  date: () => date,
  month: () => ({ type: 'string', format: 'month', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }),
  choice: (question) => ({ type: 'string', enum: values(question) }),
  choices: (question) => ({
    type: 'array',
    items: { type: 'string', enum: values(question) },
    minItems: 1,
    uniqueItems: true,
  }),
  'yes-no': () => ({ type: 'boolean' }),
  division: () => object({ code: { type: 'string', pattern: '^[0-9]{6}$' }, name: string(60) }),
  money: ({ minimum = 0, maximum = largestFen }) => ({ type: 'integer', format: 'fen', minimum, maximum }),
  number: ({ minimum = 0, maximum = 1_000_000 }) => ({ type: 'integer', minimum, maximum }),
  'bank-card': () => ({ type: 'string', format: 'bank-card', pattern: '^[0-9]{12,19}$' }),
  receipts: () => ({ type: 'array', items: receipt, minItems: 1 }),
  registration: () => string(64),
  table,
};

/**
 * The schema of the answers, an object by question id. Required are the questions that are always asked; what `when`
 * makes required is told by the questions themselves.
 */
export function formSchema(questions: readonly QuestionFile[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(questions.map((question) => [question.id, questionSchema(question)])),
    required: questions.filter(({ required, when }) => required && when === undefined).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** The schema of one answer. */
export function questionSchema(question: QuestionFile): JsonSchema {
  return {
    title: question.term,
    ...(question.hint === undefined ? {} : { description: question.hint }),
    ...schemaOfKind[question.kind](question),
    ...(question.default === undefined ? {} : { default: question.default }),
  };
}

function values({ options = [] }: QuestionFile): readonly string[] {
  return options.map((option) => option.value);
}
