import { dateInChina } from '../china-time.ts';
import type { Deed } from '../journal.ts';
import type { Person } from '../people.ts';
import { accountOf } from './accounts.ts';
import type { DeedRule } from './deeds.ts';
import { enrolmentRows } from './enrolments.ts';
import type { Ledger } from './ledger.ts';
import { Refusal } from './refusal.ts';
import { findRegistration } from './registrations.ts';

export interface DeedRequest {
  readonly rule: DeedRule;
  readonly infno: string;
  readonly region: string;
  readonly msgid: string;
  readonly messageId: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly person: Person | undefined;
}

/** Does a write once: a key that was seen is answered with the first answer again. */
export async function doDeed(request: DeedRequest, ledger: Ledger, now: Date): Promise<Deed> {
  const { rule, infno, region, key, fields, person } = request;
  if (key === '') throw new Refusal('2009', '业务流水号 recer_biz_no 不能为空');
  const first = ledger.byKey(region, infno, key);
  if (first !== undefined) {
    if (sameFields(first.fields, fields)) return first;
    throw new Refusal('2010', '同一业务流水号的内容与首次不一致');
  }
  const missing = rule.required.filter((name) => (fields[name] ?? '') === '');
  if (missing.length > 0) throw new Refusal('2003', `必填项为空：${missing.join('、')}`);
  checkDates(fields);
  checkAgainstPerson(request, person, ledger, now);
  const number =
    rule.number === null ? {} : { [rule.number.field]: numberOf(rule.number.prefix, region, ledger.all.length + 1) };
  const deed: Deed = {
    type: 'deed',
    operation: rule.operation,
    infno,
    region,
    key,
    msgid: request.msgid,
    messageId: request.messageId,
    at: now.toISOString(),
    psnNo: person?.psnNo ?? '',
    fields: { ...fields },
    output: { ...number, rslt_date: dateInChina(now) },
  };
  await ledger.add(deed);
  return deed;
}

function checkAgainstPerson(
  { rule, fields }: DeedRequest,
  person: Person | undefined,
  ledger: Ledger,
  now: Date,
): void {
  if (rule.required.includes('psn_no') && person === undefined) throw new Refusal('2001', '未查询到人员信息');
  if (person === undefined) return;
  if (rule.activeOnly === true && !enrolmentRows(person, ledger).some((row) => row.psn_insu_stas === '1')) {
    throw new Refusal('2004', '参保状态不是正常参保，不能登记');
  }
  if (rule.effect === 'cancels' && rule.operation !== 'cancel-reimbursement') {
    const registration = findRegistration(person, fields['trt_dcla_detl_sn'] ?? '', ledger, now);
    if (registration === undefined) throw new Refusal('2006', '未查询到该登记记录');
    if (registration.vali_flag === '0') throw new Refusal('2007', '该登记记录已失效');
  }
  if (rule.effect === 'reverses') {
    const original = ledger.byMessage(fields['omsgid'] ?? '');
    if (original === undefined || original.infno !== fields['oinfno'] || original.psnNo !== person.psnNo) {
      throw new Refusal('2008', '未查询到原交易');
    }
  }
  if (
    rule.operation === 'withdraw-account' &&
    Number(fields['wdr_amt']) !== Number(accountOf(person, ledger).balance)
  ) {
    throw new Refusal('2011', '支取金额与个人账户余额不一致');
  }
}

function checkDates(fields: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (!/(date|time)$/.test(name) || value === '') continue;
    const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? '';
    const parsed = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day) {
      throw new Refusal('2012', `日期格式不合法：${name}`);
    }
  }
}

function sameFields(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

const numberOf = (prefix: string, region: string, sequence: number): string =>
  `${prefix}${region}${String(sequence).padStart(10, '0')}`;
