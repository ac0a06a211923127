import { createHash } from 'node:crypto';
import type { CredentialCodes } from '../credential-codes.ts';
import { dateInChina } from '../china-time.ts';
import { type Person, mainEnrolment, personByIdNo, personByKey } from '../people.ts';
import { codeTables, employers, institutionName } from '../registers.ts';
import { accountOf, movementsOf } from './accounts.ts';
import { enrolmentRows } from './enrolments.ts';
import type { Ledger } from './ledger.ts';
import { Refusal } from './refusal.ts';
import type { TransferLetters } from './transfer-letters.ts';
import { registrationsOf } from './registrations.ts';

export interface Query {
  readonly fields: Readonly<Record<string, string>>;
  readonly region: string;
  readonly ledger: Ledger;
  readonly letters: TransferLetters;
  readonly codes: CredentialCodes;
  readonly now: Date;
}

/** A question about one person; `psn_no` was looked up already. */
export type PersonQuery = (person: Person, query: Query) => unknown;

export const personQueries: Readonly<Record<string, PersonQuery>> = {
  '5301': (person, { ledger, now }) => ({
    feedetail: registrationsOf(person, 'chronic-disease', ledger, now).map((row) =>
      Object.assign(row, {
        ide_fixmedins_name: row['ide_fixmedins_name'] ?? institutionName(row['ide_fixmedins_no'] ?? ''),
      }),
    ),
  }),
  '5304': (person, { ledger, now }) => ({ refmedin: registrationsOf(person, 'referral', ledger, now) }),
  '6203A': (person, { ledger, now }) => ({ data: registrationsOf(person, 'remote-care', ledger, now) }),
  '6213A': (person, { ledger, now }) => ({ data: registrationsOf(person, 'maternity', ledger, now) }),
  '6231A': (person, { ledger, now }) => {
    const { balance, open } = accountOf(person, ledger);
    const year = dateInChina(now).slice(0, 4);
    return {
      data: person.account === undefined ? [] : [{ insutype: '310', year, balc: balance, acct_stas: open ? '1' : '0' }],
    };
  },
  '6232A': (person, { ledger, fields }) => ({
    data: movementsOf(person, ledger, { from: fields['begndate'] ?? '', to: fields['enddate'] || '9999-12-31' }),
  }),
  '6233A': (person) => ({
    data: person.paymentYears.map((row) => ({
      year: row.year,
      insutype: row.insutype,
      clct_mons: row.months,
      clct_base: row.base,
      psn_clct_amt: row.personal,
      emp_clct_amt: row.employer,
      fin_subs_amt: row.subsidy,
      clct_stas: row.status,
    })),
  }),
  '6241A': (person, { ledger, now }) => {
    const enrolment = mainEnrolment(person);
    if (enrolment === undefined) throw new Refusal('2004', '无参保记录，不能开具参保凭证');
    const digest = createHash('sha256')
      .update(`${person.psnNo}${dateInChina(now)}`)
      .digest('hex');
    return {
      result: {
        insu_cert_no: `PZ${enrolment.division}${digest.slice(0, 10).toUpperCase()}`,
        insuplc_admdvs: enrolment.division,
        insutype: enrolment.insutype,
        begndate: enrolment.since,
        enddate: enrolment.pausedSince ?? dateInChina(now),
        clct_mons: person.paymentYears.reduce((months, year) => months + year.months, 0),
        balc: accountOf(person, ledger).balance,
      },
    };
  },
  '6246A': (person, { region, ledger }) => {
    const joined = ledger.employees.of(person.idNo).findLast(({ action }) => action === 'add' || action === 'move');
    const unit = employers.find((one) => one.creditCode === joined?.creditCode && one.region === region);
    if (unit !== undefined) return employerAnswer(unit, ledger);
    const { employer: key } = person.enrolments.find((row) => row.status === '1' && row.employer !== undefined) ?? {};
    return employerAnswer(
      employers.find((one) => one.key === key && one.region === region),
      ledger,
    );
  },
  '6262A': async (person, { letters, now }) => ({ data: await letters.of(person, now) }),
  '6271A': (person) => ({
    data: person.falseCommitments.map(({ item, found, until }) => ({
      serv_matt_name: item,
      fnd_date: found,
      enddate: until ?? '',
    })),
  }),
  '6272A': (person) => ({
    data: [
      ...person.sharedRecords.map(({ kind, date, authority }) => ({
        rcd_type: recordTypes[kind],
        rcd_date: date,
        rcd_org: authority,
      })),
      ...(person.deceased === undefined ? [] : [{ rcd_type: '4', rcd_date: person.deceased, rcd_org: '公安户籍登记' }]),
    ],
  }),
};

/** rcd_type: 1 birth, 2 marriage, 3 fertility registration, 4 death */
const recordTypes = { birth: '1', marriage: '2', fertility: '3' } as const;

/** Questions that name nobody, or nobody by psn_no. */
export const openQueries: Readonly<Record<string, (query: Query) => unknown>> = {
  '1101': (query) => personAnswer(identified(query), query),
  '1901': ({ fields }) => ({ list: codeTables[fields['type'] ?? ''] ?? [] }),
  '6242A': ({ fields, region, ledger }) => {
    const unit = employers.find((one) => one.creditCode === fields['uscc'] && one.region === region);
    return employerAnswer(unit, ledger);
  },
  '6291A': ({ fields, region, ledger }) => {
    const deed = ledger.byKey(region, fields['infno'] ?? '', fields['recer_biz_no'] ?? '');
    return deed === undefined
      ? { result: { found: '0', inf_refmsgid: '', msgid: '' } }
      : { result: { found: '1', inf_refmsgid: deed.messageId, msgid: deed.msgid }, first: { result: deed.output } };
  },
};

function employerAnswer(employer: (typeof employers)[number] | undefined, ledger: Ledger) {
  if (employer === undefined) throw new Refusal('2013', '未查询到参保单位信息');
  const handler = employer.handler === null ? undefined : personByKey(employer.handler);
  return {
    result: {
      uscc: employer.creditCode,
      emp_name: employer.name,
      emp_insu_stas: employer.status,
      insuplc_admdvs: employer.division,
      psn_cnt: employer.members + ledger.employees.growthOf(employer.creditCode),
      lasyear_avg_wag: employer.averageMonthlyWage ?? '',
      optins_psn_name: handler?.name ?? '',
      optins_psn_certno: handler?.idNo ?? '',
    },
  };
}

function identified({ fields, codes, now, region }: Query): Person {
  const { mdtrt_cert_type: type, mdtrt_cert_no: number = '', certno = '', psn_name: name = '' } = fields;
  if (type !== '01' && type !== '02') throw new Refusal('2005', '不支持的就诊凭证类型');
  const person = type === '01' ? codes.personOfToken(number, now) : personByIdNo(number);
  if (person === undefined) {
    throw type === '01' ? new Refusal('2002', '电子凭证令牌已失效') : new Refusal('2001', '未查询到人员信息');
  }
  const claimed =
    (certno === '' || certno.toUpperCase() === person.idNo) && (name === '' ? type === '01' : name === person.name);
  if (!claimed || person.region !== region) throw new Refusal('2001', '未查询到人员信息');
  return person;
}

function personAnswer(person: Person, { ledger, now }: Query) {
  const age = Number(dateInChina(now).slice(0, 4)) - Number(person.birthday.slice(0, 4));
  return {
    baseinfo: {
      psn_no: person.psnNo,
      // As some bureaus do: "1", not "01".
      psn_cert_type: person.region === '140825' ? String(Number(person.idType)) : person.idType,
      certno: person.idNo,
      psn_name: person.name,
      gend: person.gender === 'male' ? '1' : '2',
      naty: '01',
      brdy: person.birthday,
      age: dateInChina(now).slice(5) < person.birthday.slice(5) ? age - 1 : age,
    },
    insuinfo: enrolmentRows(person, ledger),
    idetinfo: person.identities.map((one) => ({
      psn_idet_type: one.type,
      psn_type_lv: one.level,
      memo: one.memo,
      begntime: `${one.begins} 00:00:00`,
      endtime: one.ends === null ? null : `${one.ends} 23:59:59`,
    })),
  };
}
