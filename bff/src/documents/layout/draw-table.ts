/** Tables of content as ruled tables: plain ones, amounts with total and capitals, the steps of a case. */
import type { Amounts, Step, Table } from '../document-content.js';
import { drawRuledTable, type TableRow } from './ruled-table.js';
import type { Sheet } from './sheet.js';

export function drawTable(sheet: Sheet, table: Table): void {
  drawWithEnd(sheet, table, []);
}

export function drawAmounts(sheet: Sheet, { table, total, capital }: Amounts): void {
  const aligns = table.columns.map((column) => column.align);
  drawWithEnd(sheet, table, [
    { cells: total.map((text, index) => ({ text, align: aligns[index] ?? 'left', bold: true })), keepWithNext: true },
    {
      cells: [
        { text: capital.term, term: true, align: aligns[0] ?? 'left' },
        { text: capital.shown, span: table.columns.length - 1, bold: true },
      ],
    },
  ]);
}

export function drawSteps(sheet: Sheet, steps: readonly Step[]): void {
  drawTable(sheet, {
    columns: [
      { title: '时间', weight: 27, align: 'left' },
      { title: '环节', weight: 17, align: 'left' },
      { title: '办理人', weight: 20, align: 'left' },
      { title: '说明', weight: 36, align: 'left' },
    ],
    rows: steps.map((step) => [step.at, step.step, step.actor, step.note]),
  });
}

/** Rows of an end (totals) stay with the last row above them. */
function drawWithEnd(sheet: Sheet, { columns, rows }: Table, end: readonly TableRow[]): void {
  const sum = columns.reduce((total, column) => total + column.weight, 0);
  drawRuledTable(sheet, {
    widths: columns.map((column) => (column.weight / sum) * sheet.width),
    heading: { cells: columns.map((column) => ({ text: column.title, align: 'center' })) },
    rows: [
      ...rows.map((row, index) => ({
        cells: row.map((text, column) => ({ text, align: columns[column]?.align ?? 'left' })),
        keepWithNext: end.length > 0 && index === rows.length - 1,
      })),
      ...end,
    ],
  });
}
