/**
 * The file that a bank takes. One format, documented in docs/bank-files.md, since every bank's own differs and each can
 * be fed with a plain table: a line of headings, then one payment a line. As CSV in GB18030, the national standard that
 * programs of Chinese banks read and that has every character a name may have (GBK has not); the same in UTF-8; and as
 * .xlsx for banks that take an upload. Amounts are yuan with two decimals, made from whole fen.
 */
import iconv from 'iconv-lite';
import type { BankFileFormat } from '@yiban/shared-types/payments';
import { headingCell, textCell } from '../tables/sheet-cells.js';
import { workbookOf } from '../tables/workbook-of.js';
import { writtenCsv } from './csv.js';

export interface BankLine {
  readonly serial: string;
  readonly name: string;
  readonly account: string;
  readonly bank: string;
  /** Fen. */
  readonly amount: number;
}

const headings = ['流水号', '收款户名', '收款账号', '开户银行', '金额', '用途'];
/** Says nothing of a sickness: others read bank statements too. */
const purpose = '医保拨付';

export async function bankFile(lines: readonly BankLine[], format: BankFileFormat): Promise<Buffer> {
  const rows = lines.map(({ serial, name, account, bank, amount }) => [
    serial,
    name,
    account,
    bank,
    yuan(amount),
    purpose,
  ]);
  if (format === 'xlsx') return workbook(rows);
  const text = writtenCsv([headings, ...rows]);
  // Programs on Windows take UTF-8 for what it is by its mark alone.
  return format === 'utf-8' ? Buffer.from(`\uFEFF${text}`, 'utf8') : iconv.encode(text, 'gb18030');
}

/** 123450 (fen) → `1234.50` */
export function yuan(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError('not an amount in whole fen');
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const data = [
    headings.map(headingCell),
    ...rows.map((row) =>
      row.map((value, column) =>
        headings[column] === '金额' ? { value: Number(value), type: Number, format: '0.00' } : textCell(value),
      ),
    ),
  ];
  const columns = [{ width: 24 }, { width: 20 }, { width: 26 }, { width: 24 }, { width: 14 }, { width: 12 }];
  return workbookOf([{ sheet: '拨付明细', data, columns }]);
}
