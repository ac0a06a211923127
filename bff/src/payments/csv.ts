/** Comma-separated values (RFC 4180), as banks write and take them. Pure. */

import { inert } from '../tables/sheet-cells.js';

/**
 * A field that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection). No name or
 * account that a bank knows begins so; `payeeOf` lets none through.
 */
function field(value: string): string {
  const text = inert(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function writtenCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** Rows of a text whose fields a comma or, where the first line has one, a tab parts. Empty lines are left out. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/^\uFEFF/, '');
  const separator = (lines.split(/\r?\n/, 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  for (let i = 0; i < lines.length; i += 1) {
    const sign = lines.charAt(i);
    if (quoted) {
      if (sign === '"' && lines[i + 1] === '"') {
        value += '"';
        i += 1;
      } else if (sign === '"') quoted = false;
      else value += sign;
    } else if (sign === '"' && value === '') quoted = true;
    else if (sign === separator) {
      row.push(value);
      value = '';
    } else if (sign === '\n') {
      rows.push([...row, value]);
      row = [];
      value = '';
    } else if (sign !== '\r') value += sign;
  }
  if (value !== '' || row.length > 0) rows.push([...row, value]);
  return rows.map((one) => one.map((cell) => cell.trim())).filter((one) => one.some((cell) => cell !== ''));
}
