/** Workbooks that go out: templates to be filled in, and rows as they were handed in. */
import type { TableColumn } from '@yiban/shared-types/catalogue';
import type { TableRow } from '@yiban/shared-types/cases';
import type { Cell } from 'write-excel-file/node';
import { headingCell, textCell } from './sheet-cells.js';
import { workbookOf } from './workbook-of.js';

/** An empty table with its headings, and a sheet beside it that says what goes into each column. */
export async function templateWorkbook(title: string, columns: readonly TableColumn[], most: number): Promise<Buffer> {
  const guide = [
    ['列', '要不要填', '怎么填', '例子'].map(headingCell),
    ...columns.map(({ term, required, when, example, ...column }) => [
      textCell(term),
      textCell(when !== undefined ? '有的情况要填' : required ? '要填' : '可以不填'),
      textCell(howTo(column)),
      textCell(example ?? ''),
    ]),
    [textCell(`最多 ${most} 行，一人或一条一行。不要改第一行的列名，不要合并单元格。`)],
  ];
  return workbookOf([
    { sheet: title, data: [columns.map(({ term }) => headingCell(term))], columns: columns.map(width) },
    { sheet: '填写说明', data: guide, columns: [{ width: 20 }, { width: 14 }, { width: 50 }, { width: 24 }] },
  ]);
}

export async function rowsWorkbook(
  title: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): Promise<Buffer> {
  const data = [
    columns.map(({ term }) => headingCell(term)),
    ...rows.map((row) => columns.map((column) => shownCell(column, row[column.id]))),
  ];
  return workbookOf([{ sheet: title, data, columns: columns.map(width) }]);
}

function shownCell({ kind, options }: TableColumn, value: string | number | undefined): Cell {
  if (value === undefined) return null;
  if (kind === 'money') return { value: Number(value) / 100, type: Number, format: '0.00' };
  if (kind === 'number') return { value: Number(value), type: Number };
  return textCell(options?.find((option) => option.value === value)?.label ?? String(value));
}

const width = ({ term, kind }: TableColumn): { width: number } => ({
  width: Math.max(term.length * 2 + 4, kind === 'id-number' ? 24 : 14),
});

function howTo({
  kind,
  options,
  maxLength,
  minimum,
  maximum,
}: Omit<TableColumn, 'term' | 'required' | 'when'>): string {
  switch (kind) {
    case 'choice':
      return `填其中一种：${(options ?? []).map(({ label }) => label).join('、')}`;
    case 'id-number':
      return '18 位，单元格要设成「文本」，不然最后几位会变成 0';
    case 'date':
      return '年-月-日';
    case 'month':
      return '年-月';
    case 'money':
      return '元，最多两位小数';
    case 'number':
      return minimum !== undefined && maximum !== undefined ? `${minimum} 到 ${maximum} 之间的整数` : '整数';
    case 'phone':
      return '11 位手机号，或带区号的座机号';
    case 'text':
    case 'name':
      return maxLength === undefined ? '照证件或合同填' : `最多 ${maxLength} 个字`;
  }
}
