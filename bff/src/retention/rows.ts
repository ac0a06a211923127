/** Rows of any table, as SQL gives them. */
import type { EntityManager } from 'typeorm';

export type Row = Readonly<Record<string, unknown>>;

export async function rowsOf(reader: EntityManager, sql: string, values: readonly string[]): Promise<readonly Row[]> {
  const rows: readonly Row[] = await reader.query(sql, [...values]);
  return rows;
}

/** The texts of a column named `id`. */
export async function idsOf(reader: EntityManager, sql: string, values: readonly string[]): Promise<readonly string[]> {
  return (await rowsOf(reader, sql, values)).map(({ id }) => String(id));
}

/** Whether one of the questions finds a row. */
export async function anyOf(
  reader: EntityManager,
  questions: readonly string[],
  values: readonly string[],
): Promise<boolean> {
  for (const question of questions) if ((await rowsOf(reader, `${question} LIMIT 1`, values)).length > 0) return true;
  return false;
}
