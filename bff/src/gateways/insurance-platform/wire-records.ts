import { z } from 'zod';
import type { EnrolmentStatus, Insurance, PersonCategory } from './platform-records.js';
import { wireDate, wireIdType, wireMoney, wireText, wireYes } from './wire-values.js';

/** The `output` of each query, turned into this product's words. Field names are the platform's (gateways.md). */

const requiredDate = wireDate.pipe(z.string());
const rows = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullish()
    .transform((list) => list ?? []);

const statusOf: Record<string, EnrolmentStatus> = {
  '0': 'none',
  '1': 'active',
  '2': 'paused',
  '3': 'invalid',
  '4': 'ended',
};
const wireStatus = wireText.transform((code): EnrolmentStatus => statusOf[code] ?? 'unknown');

const insuranceOf: Record<string, Insurance> = { '310': 'employee', '390': 'resident', '510': 'maternity' };

/** psn_type: 11 at work (1103 flexible), 12 retired, 14 minors (1403 students), 15 adults, 16 seniors among residents. */
function categoryOf(psnType: string): PersonCategory {
  if (psnType === '1103') return 'flexible';
  if (psnType === '1403') return 'student';
  const byPrefix: Record<string, PersonCategory> = {
    '11': 'working',
    '12': 'retired',
    '14': 'child',
    '15': 'adult',
    '16': 'senior',
  };
  return byPrefix[psnType.slice(0, 2)] ?? 'other';
}

const insuinfo = z
  .object({
    balc: wireMoney,
    insutype: wireText,
    psn_type: wireText,
    psn_insu_stas: wireStatus,
    psn_insu_date: wireDate,
    paus_insu_date: wireDate,
    cvlserv_flag: wireYes,
    insuplc_admdvs: wireText,
    emp_name: wireText,
  })
  .transform((row) => ({
    insurance: insuranceOf[row.insutype] ?? ('other' as const),
    insutype: row.insutype,
    category: categoryOf(row.psn_type),
    psnType: row.psn_type,
    status: row.psn_insu_stas,
    since: row.psn_insu_date,
    pausedSince: row.paus_insu_date,
    civilServant: row.cvlserv_flag,
    division: row.insuplc_admdvs,
    employer: row.emp_name === '' ? null : row.emp_name,
    balance: row.balc,
  }));

const idetinfo = z
  .object({ psn_idet_type: wireText, psn_type_lv: wireText, memo: wireText, begntime: wireDate, endtime: wireDate })
  .transform((row) => ({
    type: row.psn_idet_type,
    level: row.psn_type_lv,
    memo: row.memo,
    since: row.begntime,
    until: row.endtime,
  }));

/** 1101 */
export const personOutput = z
  .object({
    baseinfo: z.object({
      psn_no: z.string().min(1),
      psn_cert_type: wireIdType,
      certno: z.string().min(1),
      psn_name: z.string().min(1),
      gend: wireText,
      naty: wireText,
      brdy: requiredDate,
    }),
    insuinfo: rows(insuinfo),
    idetinfo: rows(idetinfo),
  })
  .transform(({ baseinfo, insuinfo: enrolments, idetinfo: identities }) => ({
    psnNo: baseinfo.psn_no,
    idType: baseinfo.psn_cert_type,
    idNo: baseinfo.certno.toUpperCase(),
    name: baseinfo.psn_name,
    gender:
      baseinfo.gend === '1' ? ('male' as const) : baseinfo.gend === '2' ? ('female' as const) : ('unknown' as const),
    birthday: baseinfo.brdy,
    ethnicity: baseinfo.naty,
    enrolments,
    identities,
  }));

const inData = <T extends z.ZodType>(row: T) => z.object({ data: rows(row) }).transform((output) => output.data);

export const accountsOutput = inData(
  z.object({ insutype: wireText, year: wireText, balc: wireMoney, acct_stas: wireText }).transform((row) => ({
    insutype: row.insutype,
    year: row.year,
    balance: row.balc,
    status: row.acct_stas === '1' ? ('open' as const) : ('closed' as const),
  })),
);

export const accountMovementsOutput = inData(
  z
    .object({ oprt_date: requiredDate, chg_type: wireText, chg_amt: wireMoney, balc: wireMoney, memo: wireText })
    .transform((row) => ({
      date: row.oprt_date,
      kind: row.chg_type,
      amount: row.chg_amt,
      balance: row.balc,
      memo: row.memo,
    })),
);

const clctStatus: Record<string, 'paid' | 'partly'> = { '1': 'paid', '2': 'partly' };

export const paymentYearsOutput = inData(
  z
    .object({
      year: wireText,
      insutype: wireText,
      clct_mons: wireText.transform(Number).pipe(z.number().int().min(0).max(12)),
      clct_base: wireMoney,
      psn_clct_amt: wireMoney,
      emp_clct_amt: wireMoney,
      fin_subs_amt: wireMoney,
      clct_stas: wireText,
    })
    .transform((row) => ({
      year: row.year,
      insutype: row.insutype,
      months: row.clct_mons,
      base: row.clct_base,
      personal: row.psn_clct_amt,
      employer: row.emp_clct_amt,
      subsidy: row.fin_subs_amt,
      status: clctStatus[row.clct_stas] ?? ('unpaid' as const),
    })),
);

const registration = {
  trt_dcla_detl_sn: z.string().min(1),
  begndate: requiredDate,
  enddate: wireDate,
  vali_flag: wireYes,
};

interface RegistrationRow {
  readonly trt_dcla_detl_sn: string;
  readonly begndate: string;
  readonly enddate: string | null;
  readonly vali_flag: boolean;
}

const registrationFacts = (row: RegistrationRow) => ({
  registrationNo: row.trt_dcla_detl_sn,
  begins: row.begndate,
  ends: row.enddate,
  inForce: row.vali_flag,
});

export const remoteRegistrationsOutput = inData(
  z
    .object({ ...registration, rloc_coty_type: wireText, rloc_admdvs: wireText, resout_addr: wireText })
    .transform((row) => ({
      ...registrationFacts(row),
      kind: row.rloc_coty_type,
      destination: row.rloc_admdvs,
      address: row.resout_addr,
    })),
);

export const maternityRegistrationsOutput = inData(z.object(registration).transform(registrationFacts));

/** 5304 */
export const referralsOutput = z
  .object({
    refmedin: rows(
      z
        .object({ ...registration, reflin_medins_name: wireText, diag_name: wireText, mdtrtarea_admdvs: wireText })
        .transform((row) => ({
          ...registrationFacts(row),
          hospital: row.reflin_medins_name,
          diagnosis: row.diag_name,
          destination: row.mdtrtarea_admdvs,
        })),
    ),
  })
  .transform((output) => output.refmedin);

/** 5301 */
export const chronicEntitlementsOutput = z
  .object({
    feedetail: rows(
      z
        .object({ ...registration, opsp_dise_code: wireText, opsp_dise_name: wireText, ide_fixmedins_name: wireText })
        .transform((row) => ({
          ...registrationFacts(row),
          diseaseCode: row.opsp_dise_code,
          disease: row.opsp_dise_name,
          hospital: row.ide_fixmedins_name,
        })),
    ),
  })
  .transform((output) => output.feedetail);

export const falseCommitmentsOutput = inData(
  z
    .object({ serv_matt_name: wireText, fnd_date: requiredDate, enddate: wireDate })
    .transform((row) => ({ item: row.serv_matt_name, found: row.fnd_date, until: row.enddate })),
);

export const transferLettersOutput = inData(
  z
    .object({
      ltr_no: z.string(),
      ltr_type: wireText,
      tout_admdvs: wireText,
      tin_admdvs: wireText,
      ltr_stas: wireText,
      snd_date: requiredDate,
      info_no: wireText,
      info_date: wireDate,
      insutype: wireText,
      begndate: wireDate,
      enddate: wireDate,
      clct_mons: wireText,
      fund_amt: wireMoney,
      fund_date: wireDate,
    })
    .transform((row) => ({
      letterNo: row.ltr_no,
      kind: row.ltr_type,
      from: row.tout_admdvs,
      to: row.tin_admdvs,
      status: row.ltr_stas,
      sent: row.snd_date,
      information:
        row.info_date === null
          ? null
          : {
              sheetNo: row.info_no,
              received: row.info_date,
              insutype: row.insutype,
              from: row.begndate ?? '',
              until: row.enddate ?? '',
              months: Number(row.clct_mons),
            },
      funds: row.fund_date === null ? null : { amount: row.fund_amt, received: row.fund_date },
    })),
);

const sharedRecordOf: Readonly<Record<string, 'birth' | 'marriage' | 'fertility' | 'death'>> = {
  '1': 'birth',
  '2': 'marriage',
  '3': 'fertility',
  '4': 'death',
};

export const sharedRecordsOutput = inData(
  z.object({ rcd_type: wireText, rcd_date: requiredDate, rcd_org: wireText }).transform((row) => ({
    kind: sharedRecordOf[row.rcd_type] ?? ('other' as const),
    date: row.rcd_date,
    authority: row.rcd_org,
  })),
);

export const certificateOutput = z
  .object({
    result: z.object({
      insu_cert_no: z.string().min(1),
      insuplc_admdvs: wireText,
      insutype: wireText,
      begndate: requiredDate,
      enddate: requiredDate,
      clct_mons: wireText.transform(Number).pipe(z.number().int().min(0)),
      balc: wireMoney,
    }),
  })
  .transform(({ result }) => ({
    certificateNo: result.insu_cert_no,
    division: result.insuplc_admdvs,
    insutype: result.insutype,
    from: result.begndate,
    to: result.enddate,
    months: result.clct_mons,
    balance: result.balc,
  }));

export const employerOutput = z
  .object({
    result: z.object({
      uscc: z.string(),
      emp_name: z.string(),
      emp_insu_stas: wireStatus,
      insuplc_admdvs: wireText,
      psn_cnt: wireText.transform(Number).pipe(z.number().int().min(0)),
      lasyear_avg_wag: wireText,
      optins_psn_name: wireText,
      optins_psn_certno: wireText,
    }),
  })
  .transform(({ result }, context) => {
    const wage = result.lasyear_avg_wag === '' ? null : wireMoney.safeParse(result.lasyear_avg_wag);
    if (wage !== null && !wage.success) {
      context.addIssue({ code: 'custom', message: 'not an amount', path: ['result', 'lasyear_avg_wag'] });
      return z.NEVER;
    }
    return {
      creditCode: result.uscc,
      name: result.emp_name,
      status: result.emp_insu_stas,
      division: result.insuplc_admdvs,
      members: result.psn_cnt,
      averageMonthlyWage: wage === null ? null : wage.data,
      handler: result.optins_psn_name === '' ? null : { name: result.optins_psn_name, idNo: result.optins_psn_certno },
    };
  });

/** 1901 */
export const codeTableOutput = z
  .object({
    list: rows(
      z.object({ value: wireText, label: wireText }).transform((row) => ({ code: row.value, name: row.label })),
    ),
  })
  .transform((output) => output.list);

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Any write: the fields of `result` as text; lists and empty fields are left out. */
export const deedOutput = z
  .object({ result: z.record(z.string(), z.unknown()).nullish() })
  .nullish()
  .transform((output) =>
    Object.fromEntries(
      Object.entries(output?.result ?? {}).flatMap(([name, value]) => {
        const text = scalar.safeParse(value);
        return text.success ? [[name, text.data]] : [];
      }),
    ),
  );

export const signInOutput = z
  .object({ signinoutb: z.object({ sign_no: z.string().min(1) }) })
  .transform((output) => output.signinoutb.sign_no);

/** Our own query by key: `found` 0 or 1, and then the first answer. */
export const outcomeOutput = z.object({
  result: z.object({ found: wireYes, inf_refmsgid: wireText, msgid: wireText }),
  first: z.unknown().optional(),
});
