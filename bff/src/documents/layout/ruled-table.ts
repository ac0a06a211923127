/** A ruled table: cells wrap, rows break over pages, the heading comes again on each. */
import type { Sheet } from './sheet.js';
import { ink, type Align, type TextStyle } from './typesetter.js';

export interface Cell {
  readonly text: string;
  /** Columns it spans. */
  readonly span?: number;
  readonly align?: Align;
  readonly term?: boolean;
  readonly bold?: boolean;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Stays on one page with the row below. */
  readonly keepWithNext?: boolean;
}

export interface RuledTable {
  /** Points, together the width of the sheet. */
  readonly widths: readonly number[];
  readonly heading: TableRow | null;
  readonly rows: readonly TableRow[];
}

const cellText: TextStyle = { size: 9.75, weight: 'regular', colour: ink, leading: 1.45 };
const termText: TextStyle = { ...cellText, colour: '#333a40' };
const boldText: TextStyle = { ...cellText, weight: 'bold' };

const PADDING = { x: 6, y: 3.1 } as const;
const RULE = { width: 0.6, colour: '#4a4f55', shade: '#f1f3f5' } as const;

/** Width of a cell that holds `text` on one line. */
export function cellWidth(sheet: Sheet, text: string): number {
  return sheet.type.width(text, cellText) + 2 * PADDING.x;
}

export function drawRuledTable(sheet: Sheet, table: RuledTable): void {
  const heading = table.heading === null ? null : setRow(sheet, table, table.heading);
  const rows = table.rows.map((row) => setRow(sheet, table, row));
  for (const [index, row] of rows.entries()) {
    const needed = keptHeight(rows, index);
    if (index === 0) {
      sheet.keep((heading?.height ?? 0) + Math.min(needed, sheet.height / 2));
      if (heading !== null) drawRow(sheet, heading);
    }
    place(sheet, row, heading, needed);
  }
}

/** A row with its text broken into lines. */
interface SetRow {
  readonly cells: readonly SetCell[];
  readonly height: number;
  readonly keepWithNext: boolean;
}
interface SetCell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly align: Align;
  readonly shaded: boolean;
}

function setRow(sheet: Sheet, table: RuledTable, row: TableRow): SetRow {
  let column = 0;
  let x = sheet.left;
  const cells = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = table.widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
    const shaded = cell.term === true || row === table.heading;
    const style = cell.bold === true || row === table.heading ? boldText : shaded ? termText : cellText;
    const set = {
      x,
      width,
      lines: sheet.type.lines(cell.text, style, width - 2 * PADDING.x),
      style,
      align: cell.align ?? 'left',
      shaded,
    };
    column += span;
    x += width;
    return set;
  });
  return { cells, height: heightOf(sheet, cells), keepWithNext: row.keepWithNext ?? false };
}

function heightOf(sheet: Sheet, cells: readonly SetCell[]): number {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return lines * sheet.type.lineHeight(cellText) + 2 * PADDING.y;
}

/** Height of a row and of those that must stay with it. */
function keptHeight(rows: readonly SetRow[], index: number): number {
  const row = rows[index];
  if (row === undefined) return 0;
  return row.height + (row.keepWithNext ? keptHeight(rows, index + 1) : 0);
}

function place(sheet: Sheet, row: SetRow, heading: SetRow | null, needed: number): void {
  const fresh = sheet.height - (heading?.height ?? 0);
  if (needed <= sheet.room || (needed > fresh && row.height <= sheet.room)) {
    drawRow(sheet, row);
    return;
  }
  if (row.height <= fresh) {
    turn(sheet, heading);
    drawRow(sheet, row);
    return;
  }
  // Higher than a page: it is cut between lines.
  const fit = Math.floor((sheet.room - 2 * PADDING.y) / sheet.type.lineHeight(cellText));
  if (fit < 3) {
    turn(sheet, heading);
    place(sheet, row, heading, row.height);
    return;
  }
  const [head, tail] = [0, fit].map((from, part) => {
    // The term comes again beside the rest of its value.
    const cells = row.cells.map((cell) =>
      cell.shaded ? cell : { ...cell, lines: cell.lines.slice(from, part === 0 ? fit : undefined) },
    );
    return { ...row, cells, height: heightOf(sheet, cells) };
  });
  if (head === undefined || tail === undefined) return;
  drawRow(sheet, head);
  turn(sheet, heading);
  place(sheet, tail, heading, tail.height);
}

function turn(sheet: Sheet, heading: SetRow | null): void {
  sheet.turn();
  if (heading !== null) drawRow(sheet, heading);
}

function drawRow(sheet: Sheet, row: SetRow): void {
  const { pdf, type } = sheet;
  for (const cell of row.cells) {
    if (cell.shaded) pdf.rect(cell.x, sheet.y, cell.width, row.height).fill(RULE.shade);
    pdf.lineWidth(RULE.width).rect(cell.x, sheet.y, cell.width, row.height).stroke(RULE.colour);
  }
  const lineHeight = type.lineHeight(cellText);
  for (const cell of row.cells) {
    // One-line cells stand in the middle of a higher row; longer text begins at the top.
    const free =
      cell.lines.length === 1 || cell.shaded ? row.height - 2 * PADDING.y - cell.lines.length * lineHeight : 0;
    for (const [index, line] of cell.lines.entries()) {
      type.line(line, cell.style, {
        x: cell.x + PADDING.x,
        top: sheet.y + PADDING.y + free / 2 + index * lineHeight,
        width: cell.width - 2 * PADDING.x,
        align: cell.align,
      });
    }
  }
  sheet.y += row.height;
}
