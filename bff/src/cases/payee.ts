/** To whom money goes, as it was answered. The three questions have the same ids in every item that is paid. Pure. */
import type { Answers } from '@yiban/shared-types/cases';

/** The account: these can be corrected when the bank refused it, and nothing else of a decided case. */
export const accountQuestions = ['accountHolder', 'bank', 'bankCard'] as const;

export interface Payee {
  readonly name: string;
  readonly bank: string;
  readonly card: string;
}

/** Null where the answers name no account that a bank could take: a name, and 8 to 32 digits. */
export function payeeOf({ accountHolder, bank, bankCard }: Answers): Payee | null {
  if (typeof accountHolder !== 'string' || typeof bankCard !== 'string') return null;
  const name = accountHolder.trim();
  const card = bankCard.replaceAll(/[\s-]/g, '');
  if (!/^[\p{L}（]/u.test(name) || !/^\d{8,32}$/.test(card)) return null;
  return { name, bank: typeof bank === 'string' ? bank.trim() : '', card };
}

/** A supplement after the decision, for the account alone. */
export function correctsAccount({
  status,
  supplementFrom,
}: {
  readonly status: string;
  readonly supplementFrom: string | null;
}): boolean {
  return status === 'supplement' && supplementFrom === 'payment';
}
