import { z } from 'zod';
import { isIdNumber } from './check-characters.ts';
import { crowd } from './crowd.ts';
import { readDataFile } from './data-file.ts';

const date = z.iso.date();
const yuan = z.string().regex(/^-?\d+\.\d{2}$/);
const division = z.string().regex(/^\d{6}$/);

const person = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1),
    idType: z.enum(['01', '04', '05', '06', '07', '08', '17']),
    idNo: z.string().min(8),
    gender: z.enum(['male', 'female']),
    birthday: date,
    phone: z.string().regex(/^1[3-9]\d{9}$/),
    region: division,
    psnNo: z.string().length(30),
    /** What this person is good for in a test, and their story. */
    note: z.string(),
    household: z.string().optional(),
    enrolments: z.array(
      z.strictObject({
        insutype: z.enum(['310', '390', '510']),
        psnType: z.string().length(4),
        /** psn_insu_stas: 1 active, 2 paused, 4 ended */
        status: z.enum(['0', '1', '2', '3', '4']),
        since: date,
        pausedSince: date.optional(),
        division,
        employer: z.string().optional(),
      }),
    ),
    account: z.strictObject({ balance: yuan, status: z.enum(['0', '1']) }).optional(),
    movements: z
      .array(z.strictObject({ date, kind: z.enum(['划入', '支出']), amount: yuan, balance: yuan, memo: z.string() }))
      .default([]),
    paymentYears: z
      .array(
        z.strictObject({
          year: z.string().length(4),
          insutype: z.enum(['310', '390']),
          months: z.number().int().min(0).max(12),
          base: yuan,
          personal: yuan,
          employer: yuan,
          subsidy: yuan,
          status: z.enum(['0', '1', '2']),
        }),
      )
      .default([]),
    identities: z
      .array(
        z.strictObject({ type: z.string(), level: z.string(), memo: z.string(), begins: date, ends: date.nullable() }),
      )
      .default([]),
    remoteRegistrations: z
      .array(
        z.strictObject({
          no: z.string(),
          kind: z.enum(['1', '2', '3', '4']),
          destination: division,
          address: z.string(),
          begins: date,
          ends: date.nullable(),
        }),
      )
      .default([]),
    referrals: z
      .array(
        z.strictObject({
          no: z.string(),
          hospital: z.string(),
          diagnosis: z.string(),
          destination: division,
          begins: date,
          ends: date.nullable(),
        }),
      )
      .default([]),
    chronic: z
      .array(
        z.strictObject({
          no: z.string(),
          code: z.string(),
          name: z.string(),
          hospital: z.string(),
          begins: date,
          ends: date.nullable(),
        }),
      )
      .default([]),
    falseCommitments: z.array(z.strictObject({ item: z.string(), found: date, until: date.nullable() })).default([]),
    family: z.array(z.strictObject({ relation: z.string(), key: z.string() })).default([]),
    birth: z.strictObject({ date, kind: z.string(), hospital: z.string() }).optional(),
    /** Where the employer sent them. */
    posted: division.optional(),
    deceased: date.optional(),
    /** What other authorities have on record, by data sharing. */
    sharedRecords: z
      .array(z.strictObject({ kind: z.enum(['birth', 'marriage', 'fertility']), date, authority: z.string() }))
      .default([]),
    handlerOf: z.string().optional(),
  })
  // 17 (港澳台居民居住证) has a number of the same make.
  .refine((one) => !['01', '17'].includes(one.idType) || isIdNumber(one.idNo), {
    message: 'wrong check digit',
    path: ['idNo'],
  });

export type Person = z.output<typeof person>;

/** Everybody the outside systems know. Nobody exists: area codes of a whole city were never issued to a person. */
export const people: readonly Person[] = [
  ...readDataFile('people.json', z.array(person)),
  ...z.array(person).parse(crowd(Number(process.env['SANDBOX_CROWD'] ?? 0))),
];

const byKey = new Map(people.map((one) => [one.key, one]));
const byPsnNo = new Map(people.map((one) => [one.psnNo, one]));
const byIdNo = new Map(people.map((one) => [one.idNo, one]));

export const personByKey = (key: string): Person | undefined => byKey.get(key);
export const personByPsnNo = (psnNo: string): Person | undefined => byPsnNo.get(psnNo);
export const personByIdNo = (idNo: string): Person | undefined => byIdNo.get(idNo.toUpperCase());

/** The row that counts, or the last one. */
export function mainEnrolment({ enrolments }: Person): Person['enrolments'][number] | undefined {
  return enrolments.find((row) => row.status === '1' && row.insutype !== '510') ?? enrolments[0];
}
