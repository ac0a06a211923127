/** What a value of a data file of the catalogue may be: words, names, sources and conditions. */
import { z } from 'zod';

export const text = z.string().trim().min(1);
export const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by hyphens');
export const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase name');
/** Rows (000, 001, 004) or sections (003) that each seed has. */
const seedRows: Readonly<Record<string, number>> = { '000': 15, '001': 28, '003': 30, '004': 10 };
export const source = z
  .string()
  .regex(
    /^((000|001|003|004):\d+(,\d+)*|(statute|agency):.+|product)$/,
    'a source: 003:12, statute:<title> <article>, or product',
  )
  .refine((written) => {
    const [seed = '', rows = ''] = written.split(':');
    const last = seedRows[seed];
    return last === undefined || rows.split(',').every((row) => Number(row) >= 1 && Number(row) <= last);
  }, 'the seed has no such row');
/** JsonLogic; operators and variables are checked against the facts in `conditions.ts`. */
export const condition = z.record(z.string(), z.unknown());
