/**
 * What the QR code of a receipt says. Its content is not published (gateways.md, Receipts): these are the forms seen, and
 * what fits none of them is left to reading. 数电 invoices have neither code nor check code.
 */
import { readDate } from './written-values.js';

export interface ReceiptCode {
  readonly code: string | null;
  readonly number: string;
  readonly checkCode: string | null;
  readonly date: string | null;
  /** Fen. */
  readonly total: number | null;
}

const patterns: readonly RegExp[] = [
  // 01,62020547,1725394785,364d4a,20250612,182409.98
  /^\d{1,2},(?<code>\d{6}|\d{8}|\d{10}),(?<number>\d{8}|\d{10}),(?<check>[0-9a-zA-Z]{6}),(?<date>\d{8}),(?<total>\d+\.\d{1,2})/,
  // 01,10,code,number,total,date,check code: the form of tax invoices.
  /^\d{2},\d{2},(?<code>\d{10}|\d{12}|),(?<number>\d{8}|\d{20}),(?<total>\d+(?:\.\d{1,2})?),(?<date>\d{8}),(?<check>\d{0,20})/,
];

/** Names of the parameters of links to the sites where receipts are looked up. */
const parameters = {
  code: ['billBatchCode', 'eInvoiceCode', 'billCode', 'code'],
  number: ['billNo', 'eInvoiceNumber', 'billNumber', 'number'],
  check: ['random', 'randomNumber', 'checkCode'],
  date: ['ivcDateTime', 'issueDate', 'date'],
  total: ['money', 'totalAmount', 'amount'],
} as const;

export function readReceiptCode(content: string): ReceiptCode | null {
  const parts =
    patterns.map((pattern) => pattern.exec(content)?.groups).find((groups) => groups !== undefined) ??
    fromLink(content);
  const number = parts?.['number'] ?? '';
  if (parts === undefined || !/^(\d{8}|\d{10}|\d{20})$/.test(number)) return null;
  const total = Number(parts['total'] ?? Number.NaN);
  return {
    code: parts['code'] === undefined || parts['code'] === '' ? null : parts['code'],
    number,
    checkCode: /^[0-9a-zA-Z]{6}$/.test(parts['check'] ?? '') ? (parts['check'] ?? null) : null,
    date: readDate(parts['date'] ?? ''),
    total: Number.isFinite(total) ? Math.round(total * 100) : null,
  };
}

function fromLink(content: string): Partial<Record<string, string>> | undefined {
  if (!URL.canParse(content)) return undefined;
  const { searchParams } = new URL(content);
  const entries = Object.entries(parameters).flatMap(([part, names]) => {
    const value = names.map((name) => searchParams.get(name)).find((given) => given !== null);
    return value === undefined || value === null ? [] : [[part, value] as const];
  });
  return Object.fromEntries(entries);
}
