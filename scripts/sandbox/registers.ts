import { z } from 'zod';
import { isCreditCode } from './check-characters.ts';
import { readDataFile } from './data-file.ts';

const division = z.string().regex(/^\d{6}$/);

export const employers = readDataFile(
  'employers.json',
  z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      creditCode: z.string().refine(isCreditCode, { message: 'wrong check character' }),
      region: division,
      division,
      status: z.enum(['1', '2', '4']),
      members: z.number().int(),
      /** Yuan; last year's average monthly wage, the base of the maternity allowance. */
      averageMonthlyWage: z
        .string()
        .regex(/^\d+\.\d{2}$/)
        .nullable(),
      handler: z.string().nullable(),
    }),
  ),
);

export const institutions = readDataFile(
  'institutions.json',
  z.array(z.strictObject({ code: z.string().regex(/^[HP]\d{11}$/), name: z.string(), level: z.string(), division })),
);

/** What 1901 answers: those not published nationally are invented. */
export const codeTables = readDataFile(
  'code-tables.json',
  z.record(z.string(), z.array(z.strictObject({ value: z.string(), label: z.string() }))),
);

export const employerName = (key: string | undefined): string => employers.find((one) => one.key === key)?.name ?? '';
export const institutionName = (code: string): string => institutions.find((one) => one.code === code)?.name ?? '';
