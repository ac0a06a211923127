/** Cells of a workbook that are texts. Pure. */
import type { Cell } from 'write-excel-file/node';

/**
 * A text that a spreadsheet would take for a formula, when the file is saved as CSV and opened again, gets an
 * apostrophe before it (OWASP, CSV Injection).
 */
export function inert(value: string): string {
  return /^[=+\-@\t\r\n|]/.test(value) ? `'${value}` : value;
}

/** Written as a text, which no spreadsheet computes. */
export const textCell = (value: string): Cell => ({ value: inert(value), type: String, format: '@' });
export const headingCell = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' });
