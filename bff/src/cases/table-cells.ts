/** A cell of a sheet → the value of its column. Pure. */
import type { TableColumnFile } from '../catalogue/question-file.js';

/** As it stands in the file; `number` when the sheet holds it as one. */
export interface SheetCell {
  readonly text: string;
  readonly number: boolean;
}

interface CellFault {
  readonly code: string;
  readonly message: string;
}

/** The value, in this product's units and codes, or what is wrong with the cell as such. */
export function cellValue(column: TableColumnFile, cell: SheetCell): string | number | CellFault {
  switch (column.kind) {
    case 'money':
      return moneyIn(column, cell);
    case 'number':
      return wholeIn(column, cell);
    case 'choice':
      return choiceIn(column, cell);
    case 'date':
      return dateIn(cell.text);
    case 'month':
      return dateIn(cell.text).slice(0, 7);
    case 'id-number':
    case 'phone':
      return codeIn(column, cell);
    case 'text':
    case 'name':
      return cell.number ? codeIn(column, cell) : cell.text;
  }
}

function moneyIn({ term }: TableColumnFile, { text, number }: SheetCell): number | CellFault {
  const plain = text.replaceAll(/[,，\s¥￥元]/g, '');
  // A sheet holds 0.1 + 0.2 as 0.30000000000000004: what it holds as a number is rounded, what was typed is not.
  const fen = Math.round(Number(plain) * 100);
  const isMoney = number ? Math.abs(Number(plain) * 100 - fen) < 0.001 : /^\d{1,10}(\.\d{1,2})?$/.test(plain);
  if (plain === '' || !isMoney) return { code: 'wrong-format', message: `「${term}」要填金额，最多两位小数。` };
  return fen;
}

function wholeIn({ term }: TableColumnFile, { text }: SheetCell): number | CellFault {
  const value = Number(text.replaceAll(/[,，\s]/g, ''));
  return text !== '' && Number.isInteger(value) ? value : { code: 'wrong-format', message: `「${term}」要填整数。` };
}

function choiceIn({ term, options = [] }: TableColumnFile, { text }: SheetCell): string | CellFault {
  const found = options.find(({ value, label }) => label === text || value === text);
  const choices = options.map(({ label }) => label).join('、');
  return found?.value ?? { code: 'unknown-choice', message: `「${term}」要填其中一种：${choices}。` };
}

/** 2026-10-1, 2026/10/1, 2026.10, 2026年10月1日, 20261001, 202610; anything else stays, for the check to name. */
function dateIn(text: string): string {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  if (parts === null) return text;
  const [, year = '', month = '', day] = parts;
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
}

/** Fifteen digits are all that a sheet keeps of a number: an identity number held as one has lost its last three. */
function codeIn({ term }: TableColumnFile, { text, number }: SheetCell): string | CellFault {
  const plain = text.replaceAll(/[\s-]/g, '');
  if (!number) return plain.toUpperCase();
  const digits = Number.isSafeInteger(Number(plain)) ? String(Number(plain)) : plain;
  return digits.length > 15 || !/^\d+$/.test(digits)
    ? { code: 'digits-lost', message: `「${term}」被当成数字，后几位已经丢了。请把这一列设成「文本」，重新填。` }
    : digits;
}
