/** The shape of a question of a form in the catalogue's data files, and of the columns of its table. */
import { z } from 'zod';
import { condition, fieldName, text } from './written-values.js';

/** A word of ours, or the code of a national table (M03900). */
const optionValue = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'a word or a code');
export const option = z.strictObject({ value: optionValue, label: text, hint: text.optional() });
/** A column of a `table`; its rows may be typed, or come as an .xlsx. */
export const tableColumnFile = z.strictObject({
  id: fieldName,
  term: text,
  kind: z.enum(['text', 'name', 'phone', 'id-number', 'date', 'month', 'choice', 'money', 'number']),
  required: z.boolean().default(true),
  /** Filled in only where another column has one of these values. */
  when: z.strictObject({ column: fieldName, is: z.array(optionValue).min(1) }).optional(),
  options: z.array(option).min(2).optional(),
  example: text.optional(),
  maxLength: z.number().int().positive().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  tense: z.enum(['past', 'future']).optional(),
});
export type TableColumnFile = z.infer<typeof tableColumnFile>;

/** Single values that a reading of each kind of paper has (shared-types, reading.ts). */
const fieldsOf = {
  'medical-record': ['name', 'diagnosis', 'admittedOn', 'dischargedOn', 'hospital'],
  'diagnosis-certificate': ['name', 'diagnosis', 'issuedOn', 'hospital'],
  'identity-card': ['name', 'idNumber', 'birthday', 'address'],
  'household-register': ['name', 'idNumber', 'birthday', 'address', 'movedInOn'],
  'bank-card': ['number', 'bank'],
} as const;
const readFrom = z.union(
  (['medical-record', 'diagnosis-certificate', 'identity-card', 'household-register', 'bank-card'] as const).map(
    (paper) =>
      z.strictObject({
        paper: z.literal(paper),
        name: text,
        field: z.enum(fieldsOf[paper]),
        material: z.string().min(1).optional(),
      }),
  ),
);

export const questionFile = z.strictObject({
  id: fieldName,
  kind: z.enum([
    'text',
    'multiline',
    'name',
    'phone',
    'id-number',
    'credit-code',
    'date',
    'month',
    'choice',
    'choices',
    'yes-no',
    'division',
    'money',
    'number',
    'bank-card',
    'receipts',
    'registration',
    'table',
  ]),
  label: text,
  term: text,
  hint: text.optional(),
  example: text.optional(),
  required: z.boolean().default(true),
  when: condition.optional(),
  ask: z.boolean().default(true),
  options: z.array(option).min(2).optional(),
  /** Instead of `options`: the list of that name in the region's `lists`. */
  optionsFrom: fieldName.optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** A paper that says the answer; `field` of its reading. */
  readFrom: readFrom.optional(),
  prefill: z
    .string()
    .regex(/^(person|unit)\.[A-Za-z.]+$/)
    .optional(),
  maxLength: z.number().int().positive().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  tense: z.enum(['past', 'future']).optional(),
  /** `table`: what stands in a row. */
  columns: z.array(tableColumnFile).min(1).max(30).optional(),
  /** `table`: columns that together tell a row from every other. */
  distinct: z.array(fieldName).min(1).optional(),
  mostRows: z.number().int().min(1).max(5000).optional(),
  /** Names, sickness, addresses, cards: sealed apart and masked in lists. Kinds that are personal by nature need not say it. */
  personal: z.boolean().default(false),
  /** Asked for separately before; what is by its kind (`sensitiveQuestion`) need not say it. */
  sensitive: z.enum(['medical-data', 'bank-data']).optional(),
});
export type QuestionFile = z.infer<typeof questionFile>;
