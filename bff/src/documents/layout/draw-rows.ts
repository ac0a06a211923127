/** Terms and values as a ruled form: two short pairs beside each other, a long value over the whole width. */
import type { Row } from '../document-content.js';
import { drawTable } from './draw-table.js';
import { cellWidth, drawRuledTable, type Cell, type TableRow } from './ruled-table.js';
import type { Sheet } from './sheet.js';

const TERM_WIDTH = 86;

export function drawRows(sheet: Sheet, rows: readonly Row[]): void {
  const valueWidth = sheet.width / 2 - TERM_WIDTH;
  const widths = [TERM_WIDTH, valueWidth, TERM_WIDTH, valueWidth];
  let pending: TableRow[] = [];
  const flush = (): void => {
    if (pending.length > 0) drawRuledTable(sheet, { widths, heading: null, rows: pending });
    pending = [];
  };
  for (let index = 0; index < rows.length; index += 1) {
    const [row, next] = [rows[index], rows[index + 1]];
    if (row === undefined) break;
    if (next !== undefined && isShort(sheet, row, valueWidth) && isShort(sheet, next, valueWidth)) {
      pending.push({ cells: [...pair(row), ...pair(next)] });
      index += 1;
    } else {
      pending.push({ cells: wide(row), keepWithNext: row.table !== undefined });
    }
    if (row.table !== undefined) {
      flush();
      drawTable(sheet, row.table);
    }
  }
  flush();
}

function isShort(sheet: Sheet, row: Row, width: number): boolean {
  return row.table === undefined && !row.shown.includes('\n') && cellWidth(sheet, row.shown) <= width;
}

function pair(row: Row): readonly Cell[] {
  return [{ text: row.term, term: true }, { text: row.shown }];
}

function wide(row: Row): readonly Cell[] {
  return [
    { text: row.term, term: true },
    { text: row.shown, span: 3 },
  ];
}
