import { readSheet } from 'read-excel-file/universal';
import { ArchiveRefused, cellsOnly } from './table-archive.js';

/** Rows of a workbook's data: more are refused. */
const mostRows = 5000;
const mostColumns = 60;

/** A cell as it stands in the file: numbers as they are written there, dates as yyyy-MM-dd. A formula is its last result. */
export type Cell = { readonly text: string; readonly number: boolean };
export type SheetFailure =
  'table-not-xlsx' | 'table-too-large' | 'table-too-many-rows' | 'table-empty' | 'table-broken';
export type Sheet =
  { readonly failure: SheetFailure } | { readonly failure: null; readonly rows: readonly (readonly (Cell | null)[])[] };

/** Reads the first sheet of an .xlsx. Nothing in it is run: formulas are not computed, links not followed. */
export async function readTableSheet(bytes: Uint8Array): Promise<Sheet> {
  try {
    const archive = cellsOnly(bytes);
    const found = await readSheet(new Blob([new Uint8Array(archive)]), 1, { parseNumber: asWritten });
    const last = found.findLastIndex((row) => row.some((cell) => cell !== null && cell !== ''));
    if (last < 1) return { failure: 'table-empty' };
    if (last > mostRows) return { failure: 'table-too-many-rows' };
    return { failure: null, rows: found.slice(0, last + 1).map((row) => row.slice(0, mostColumns).map(cellOf)) };
  } catch (error) {
    return { failure: error instanceof ArchiveRefused ? error.failure : 'table-broken' };
  }
}

/** A number keeps its digits: an identity number that the sheet holds as a number would lose some otherwise. */
class WrittenNumber {
  constructor(readonly digits: string) {}
}
const asWritten = (digits: string): WrittenNumber => new WrittenNumber(digits);

function cellOf(value: unknown): Cell | null {
  if (value instanceof WrittenNumber) return { text: value.digits, number: true };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), number: false };
  const text = typeof value === 'boolean' ? (value ? '是' : '否') : typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : { text, number: false };
}
