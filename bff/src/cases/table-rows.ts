/** Rows of a `table`: read from the cells of a sheet or typed, with every fault by row and column. Pure. */
import type { Answer, TableFileAnswer, TableRow } from '@yiban/shared-types/cases';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import type { QuestionFile, TableColumnFile } from '../catalogue/question-file.js';
import { columnQuestion } from '../catalogue/form-schema.js';
import { z } from 'zod';
import { answerFaults } from './answer-faults.js';
import { cellValue, type SheetCell } from './table-cells.js';

export interface ReadRows {
  readonly rows: readonly TableRow[];
  readonly faults: readonly ProblemDetail[];
}

/** Rows of a sheet whose first row names the columns. Faults name the row as the spreadsheet numbers it. */
export function rowsOfSheet(
  question: QuestionFile,
  sheet: readonly (readonly (SheetCell | null)[])[],
  today: string,
): ReadRows {
  const columns = question.columns ?? [];
  const headings = (sheet[0] ?? []).map((cell) => (cell?.text ?? '').replaceAll(/[\s*＊]/g, ''));
  const places = new Map(columns.map(({ id, term }) => [id, headings.indexOf(term.replaceAll(/\s/g, ''))]));
  const absent = columns.filter(({ id, required }) => required && places.get(id) === -1);
  if (absent.length > 0) return { rows: [], faults: absent.map((column) => columnAbsent(question, column)) };

  const rows: TableRow[] = [];
  const faults: ProblemDetail[] = [];
  const numbers: number[] = [];
  for (const [i, cells] of sheet.entries()) {
    // The headings, and lines left blank between others.
    if (i === 0 || cells.every((cell) => cell === null)) continue;
    const row: Record<string, string | number> = {};
    const unread = new Set<string>();
    for (const column of columns) {
      const cell = cells[places.get(column.id) ?? -1] ?? null;
      if (cell === null) continue;
      const value = cellValue(column, cell);
      if (typeof value === 'object') {
        faults.push(fault(question, rows.length, i + 1, column, value.code, value.message));
        unread.add(column.id);
      } else row[column.id] = value;
    }
    const asked = onlyAsked(columns, row);
    faults.push(
      ...rowFaults(question, asked, rows.length, i + 1, today).filter(
        ({ column }) => column === undefined || !namedIn(columns, unread, column),
      ),
    );
    rows.push(asked);
    numbers.push(i + 1);
  }
  if (rows.length === 0)
    return {
      rows,
      faults: [{ pointer: `/form/${question.id}`, code: 'missing', message: '表里还没有内容，请从第 2 行填起。' }],
    };
  return { rows, faults: [...faults, ...doubles(question, rows, numbers)] };
}

/** Faults of rows that were typed; they are counted from 1. */
export function typedRowsFaults(
  question: QuestionFile,
  answer: readonly Answer[],
  today: string,
): readonly ProblemDetail[] {
  const rows = z.array(tableRow).safeParse(answer).data ?? [];
  const numbers = rows.map((_, i) => i + 1);
  return [...rows.flatMap((row, i) => rowFaults(question, row, i, i + 1, today)), ...doubles(question, rows, numbers)];
}

/** Rows that were typed; null where they came as a file, or where there are none. */
export function typedRowsOf(answer: Answer): readonly TableRow[] | null {
  return z.array(tableRow).safeParse(answer).data ?? null;
}

export const tableRow = z.record(z.string(), z.union([z.string(), z.number()]));
export const tableFileAnswer = z.object({
  file: z.string(),
  rows: z.number(),
  totals: z.record(z.string(), z.number()),
  choices: z.record(z.string(), z.array(z.string())),
}) satisfies z.ZodType<TableFileAnswer>;

/** Sums of the money columns, in fen. */
export function totalsOf({ columns = [] }: QuestionFile, rows: readonly TableRow[]): Record<string, number> {
  return Object.fromEntries(
    columns
      .filter(({ kind }) => kind === 'money')
      .map(({ id }) => [id, rows.reduce((sum, row) => sum + Number(row[id] ?? 0), 0)]),
  );
}

/** What was chosen in the columns of kind choice, in any row. */
export function choicesOf({ columns = [] }: QuestionFile, rows: readonly TableRow[]): Record<string, string[]> {
  return Object.fromEntries(
    columns
      .filter(({ kind }) => kind === 'choice')
      .map(({ id }) => [
        id,
        [...new Set(rows.flatMap((row) => (typeof row[id] === 'string' ? [row[id]] : [])))].toSorted(),
      ]),
  );
}

/** What rules may ask about a table: how many rows, what its money columns come to, what was chosen in others. */
export function tableFacts(
  question: QuestionFile,
  answer: Answer,
): { readonly count: number; readonly totals: object; readonly choices: object } {
  const file = tableFileAnswer.safeParse(answer).data;
  if (file !== undefined) return { count: file.rows, totals: file.totals, choices: file.choices };
  const rows = z.array(tableRow).safeParse(answer).data ?? [];
  return { count: rows.length, totals: totalsOf(question, rows), choices: choicesOf(question, rows) };
}

function rowFaults(
  question: QuestionFile,
  row: TableRow,
  index: number,
  number: number,
  today: string,
): readonly ProblemDetail[] {
  return (question.columns ?? []).flatMap((column) => {
    const value = row[column.id];
    if (!isAsked(column, row)) return [];
    if (value === undefined || value === '') {
      if (!column.required) return [];
      return [fault(question, index, number, column, 'missing', `「${column.term}」没有填。`)];
    }
    return answerFaults(columnQuestion(column), value, today).map(({ code, message }) =>
      fault(question, index, number, column, code, message),
    );
  });
}

function doubles(question: QuestionFile, rows: readonly TableRow[], numbers: readonly number[]): ProblemDetail[] {
  const { distinct = [], columns = [] } = question;
  if (distinct.length === 0) return [];
  const first = new Map<string, number>();
  const told = columns.filter(({ id }) => distinct.includes(id));
  return rows.flatMap((row, i) => {
    const identity = JSON.stringify(distinct.map((id) => row[id] ?? null));
    const before = first.get(identity);
    const [column] = told;
    if (before === undefined || column === undefined) {
      first.set(identity, numbers[i] ?? 0);
      return [];
    }
    const names = told.map(({ term }) => `「${term}」`).join('、');
    return [fault(question, i, numbers[i] ?? 0, column, 'row-twice', `${names}和第 ${before} 行一样，请删掉一行。`)];
  });
}

function isAsked({ when }: TableColumnFile, row: TableRow): boolean {
  return when === undefined || when.is.some((value) => value === row[when.column]);
}

/** What a row need not say is not kept. */
function onlyAsked(columns: readonly TableColumnFile[], row: TableRow): TableRow {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column.id];
      return value === undefined || !isAsked(column, row) ? [] : [[column.id, value]];
    }),
  );
}

function namedIn(columns: readonly TableColumnFile[], ids: ReadonlySet<string>, term: string): boolean {
  return columns.some((column) => column.term === term && ids.has(column.id));
}

function columnAbsent(question: QuestionFile, { id, term }: TableColumnFile): ProblemDetail {
  return {
    pointer: `/form/${question.id}`,
    code: 'column-missing',
    message: `表里没有「${term}」这一列。请用下载的模板填写，不要改第一行。`,
    row: 1,
    column: term === '' ? id : term,
  };
}

function fault(
  { id }: QuestionFile,
  index: number,
  row: number,
  column: TableColumnFile,
  code: string,
  message: string,
): ProblemDetail {
  return {
    pointer: `/form/${id}/${index}/${column.id}`,
    code,
    message: `第 ${row} 行：${message}`,
    row,
    column: column.term,
  };
}
