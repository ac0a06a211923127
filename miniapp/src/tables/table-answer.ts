/** The answer to a question of kind `table`: rows that were typed, or what the server read from a file. Pure. */
import type { Answer } from '@yiban/shared-types/cases';
import type { Question, TableColumn } from '@yiban/shared-types/catalogue';
import { shownMoney } from '../wording/money';

export type Cells = Readonly<Record<string, string | number>>;

export type TableAnswer =
  | { readonly from: 'nothing' }
  | { readonly from: 'typing'; readonly rows: readonly Cells[] }
  | { readonly from: 'file'; readonly rows: number; readonly totals: Readonly<Record<string, number>> };

export function tableAnswer(answer: Answer | undefined): TableAnswer {
  if (isList(answer)) return answer.length === 0 ? { from: 'nothing' } : { from: 'typing', rows: answer.map(cellsOf) };
  if (typeof answer !== 'object' || answer === null || !('rows' in answer)) return { from: 'nothing' };
  const totals = 'totals' in answer ? answer['totals'] : null;
  return { from: 'file', rows: Number(answer['rows']), totals: numbersIn(totals ?? null) };
}

/** 「共 12 行，月缴费工资合计 7.80 万元」 */
export function tableInWords(question: Question, answer: Answer | undefined): string {
  const table = tableAnswer(answer);
  if (table.from === 'nothing') return '';
  const count = table.from === 'file' ? table.rows : table.rows.length;
  const sums = moneyColumns(question).map(({ id, term }) => `，${term}合计 ${shownMoney(totalOf(table, id))}`);
  return `共 ${count} 行${sums.join('')}`;
}

export function totalOf(table: TableAnswer, column: string): number {
  if (table.from === 'nothing') return 0;
  if (table.from === 'file') return table.totals[column] ?? 0;
  return table.rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
}

export function moneyColumns({ columns = [] }: Question): readonly TableColumn[] {
  return columns.filter(({ kind }) => kind === 'money');
}

/** Columns that are filled in, given what the row has so far. */
export function columnsAsked({ columns = [] }: Question, row: Cells): readonly TableColumn[] {
  return columns.filter(({ when }) => when === undefined || when.is.some((value) => value === row[when.column]));
}

/** A column as the question that one row answers. */
export function columnQuestion(column: TableColumn): Question {
  const { when: _, ...question } = column;
  return { ...question, label: column.term, ask: true };
}

export function rowTitle({ columns = [] }: Question, row: Cells): string {
  return columns
    .slice(0, 3)
    .map(({ id, kind, options }) => {
      const value = row[id];
      if (value === undefined) return '';
      if (kind === 'money') return shownMoney(Number(value));
      return options?.find((option) => option.value === value)?.label ?? String(value);
    })
    .filter((words) => words !== '')
    .join('，');
}

function isList(answer: Answer | undefined): answer is readonly Answer[] {
  return Array.isArray(answer);
}

function cellsOf(row: Answer): Cells {
  if (typeof row !== 'object' || row === null || isList(row)) return {};
  const cells: Record<string, string | number> = {};
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'string' || typeof value === 'number') cells[column] = value;
  }
  return cells;
}

function numbersIn(totals: Answer): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const [column, value] of Object.entries(cellsOf(totals))) numbers[column] = Number(value);
  return numbers;
}
