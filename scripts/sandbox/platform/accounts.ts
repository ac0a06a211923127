import { dateInChina } from '../china-time.ts';
import type { Person } from '../people.ts';
import type { Ledger } from './ledger.ts';

/** The personal account after what was withdrawn. */
export function accountOf(person: Person, ledger: Ledger): { balance: string; open: boolean } {
  if (person.account === undefined) return { balance: '0.00', open: false };
  const withdrawn = ledger.of(person.psnNo, 'withdraw-account').length > 0;
  // 一次性支取: the whole balance, and the account closes.
  return withdrawn
    ? { balance: '0.00', open: false }
    : { balance: person.account.balance, open: person.account.status === '1' };
}

export function movementsOf(person: Person, ledger: Ledger, period: { from: string; to: string }) {
  const given = person.movements.map(({ date, kind, amount, balance, memo }) => ({
    oprt_date: date,
    chg_type: kind,
    chg_amt: amount,
    balc: balance,
    memo,
  }));
  const withdrawals = ledger.of(person.psnNo, 'withdraw-account').map(({ at, fields }) => ({
    oprt_date: dateInChina(new Date(at)),
    chg_type: '支出',
    chg_amt: `-${fields['wdr_amt'] ?? '0.00'}`,
    balc: '0.00',
    memo: '个人账户一次性支取',
  }));
  return [...given, ...withdrawals].filter((row) => row.oprt_date >= period.from && row.oprt_date <= period.to);
}
