/** What migrations are made of: columns, and tables that are made unless they are there. */
import { Table, TableColumn, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

export const text = (name: string, nullable = false): TableColumnOptions => ({
  name,
  type: 'text',
  isNullable: nullable,
});
export const whole = (name: string, nullable = false): TableColumnOptions => ({
  name,
  type: 'int',
  isNullable: nullable,
});
export const varchar = (name: string, length: number, nullable = false): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable: nullable,
});
export const id = (name: string, nullable = false): TableColumnOptions => varchar(name, 36, nullable);
export const instant = (name: string, nullable = false): TableColumnOptions => varchar(name, 24, nullable);
export const key = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isPrimary: true });
export const unique = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isUnique: true });

export interface NewTable {
  readonly name: string;
  readonly columns: TableColumnOptions[];
  readonly indices?: Readonly<Record<string, string[]>>;
}

/**
 * MariaDB and MySQL commit every table as it is made: a migration that was killed half-way left some of them, and the
 * next start goes on from there.
 */
export async function makeMissing(runner: QueryRunner, tables: readonly NewTable[]): Promise<void> {
  for (const { name, columns, indices = {} } of tables) {
    await runner.createTable(new Table({ name, columns }), true);
    for (const [index, columnNames] of Object.entries(indices))
      await makeMissingIndex(runner, name, index, columnNames);
  }
}

export async function makeMissingIndex(
  runner: QueryRunner,
  table: string,
  name: string,
  columnNames: string[],
): Promise<void> {
  const present = (await runner.getTable(table))?.indices.some((index) => index.name === name) ?? false;
  if (!present) await runner.createIndex(table, new TableIndex({ name, columnNames }));
}

export async function makeMissingColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly TableColumnOptions[],
): Promise<void> {
  for (const column of columns) {
    if (!(await runner.hasColumn(table, column.name))) await runner.addColumn(table, new TableColumn(column));
  }
}
