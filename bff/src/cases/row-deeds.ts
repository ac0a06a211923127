/** Rows of a table as they go upstream: some at a time, under the platform's names. Pure. */
import type { TableRow } from '@yiban/shared-types/cases';
import type { UpstreamRowsFile } from '../catalogue/catalogue-file.js';
import type { QuestionFile } from '../catalogue/question-file.js';

/** JSON texts, each of at most `most` rows; money in yuan with two decimals, as everywhere at the platform. */
export function rowDeeds(
  { columns: names, most }: UpstreamRowsFile,
  { columns = [] }: QuestionFile,
  rows: readonly TableRow[],
): readonly string[] {
  const kinds = new Map(columns.map(({ id, kind }) => [id, kind]));
  const sent = rows.map((row) =>
    Object.fromEntries(
      Object.entries(names).flatMap(([column, name]) => {
        const value = row[column];
        if (value === undefined) return [];
        return [[name, kinds.get(column) === 'money' ? (Number(value) / 100).toFixed(2) : String(value)]];
      }),
    ),
  );
  return Array.from({ length: Math.ceil(sent.length / most) }, (_, i) =>
    JSON.stringify(sent.slice(i * most, (i + 1) * most)),
  );
}
