/** The parse at the boundary of what was kept: a reading of another version of the program is no reading. */
import type { PaperReading } from '@yiban/shared-types/reading';
import { z } from 'zod';

const confidence = z.enum(['sure', 'unsure']);
const text = z.object({ value: z.string(), confidence }).readonly().nullable();
const sum = z.object({ value: z.number().int(), confidence }).readonly().nullable();
const paper = z.enum([
  'receipt',
  'expense-list',
  'medical-record',
  'diagnosis-certificate',
  'identity-card',
  'household-register',
  'bank-card',
]);

const content = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('receipt'),
    code: text,
    number: text,
    checkCode: text,
    payer: text,
    date: text,
    total: sum,
    totalInCapitals: sum,
    fund: sum,
    account: sum,
    cash: sum,
    own: sum,
    hospital: text,
    items: z.array(z.object({ name: z.string(), amount: z.number().int(), confidence })).readonly(),
  }),
  z.object({ kind: z.literal('expense-list'), name: text, hospital: text, total: sum }),
  z.object({
    kind: z.literal('medical'),
    name: text,
    diagnosis: text,
    admittedOn: text,
    dischargedOn: text,
    issuedOn: text,
    hospital: text,
  }),
  z.object({
    kind: z.literal('identity-card'),
    name: text,
    idNumber: text,
    birthday: text,
    address: text,
    authority: text,
    validFrom: text,
    validUntil: text,
  }),
  z.object({
    kind: z.literal('household-register'),
    name: text,
    idNumber: text,
    birthday: text,
    address: text,
    movedInOn: text,
  }),
  z.object({ kind: z.literal('bank-card'), number: text, bank: text }),
]);

const reading = z.object({
  content,
  looksLike: paper.nullable(),
  findings: z.array(z.enum(['wrong-paper', 'cut-off', 'blurred'])).readonly(),
  legible: z.boolean(),
  turned: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});

/** Undefined for what is not a reading as this program makes it. */
export function storedReading(json: string): PaperReading | undefined {
  return reading.safeParse(JSON.parse(json)).data;
}
