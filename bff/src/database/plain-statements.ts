/**
 * Statements of the simplest kinds – rows by columns, rows in, columns set, rows away – written once for each shape in
 * which they are asked for. Whatever else is asked for gives null here and is TypeORM's to build.
 */
import {
  FindOperator,
  type DataSource,
  type EntityMetadata,
  type FindManyOptions,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

export interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

export interface Selection extends Statement {
  readonly columns: readonly ColumnMetadata[];
}

const comparisons: Readonly<Record<string, string>> = {
  lessThan: '<',
  lessThanOrEqual: '<=',
  moreThan: '>',
  moreThanOrEqual: '>=',
};
const known = new Set(['where', 'order', 'select', 'take', 'lock']);

export class PlainStatements {
  readonly #columns = new Map<EntityMetadata, ReadonlyMap<string, ColumnMetadata>>();
  readonly #lists = new Map<EntityMetadata, string>();

  constructor(private readonly dataSource: DataSource) {}

  select<E extends ObjectLiteral>(metadata: EntityMetadata, options: FindManyOptions<E>): Selection | null {
    const { where, order = {}, select, take, lock } = options;
    if (Object.keys(options).some((name) => !known.has(name))) return null;
    if (where === undefined || Array.isArray(where)) return null;
    if (lock !== undefined && (lock.mode !== 'pessimistic_write' || Object.keys(lock).length > 1)) return null;
    const condition = this.#condition(metadata, where);
    const chosen = this.#chosen(metadata, select);
    const sorted = this.#sorted(metadata, order);
    if (condition === null || chosen === null || sorted === null) return null;
    const limit = take === undefined ? '' : ' LIMIT ?';
    const locked = lock === undefined ? '' : ' FOR UPDATE';
    const sql = `SELECT ${chosen.list} FROM ${this.#table(metadata)}${condition.sql}${sorted}${limit}${locked}`;
    return {
      sql,
      values: take === undefined ? condition.values : [...condition.values, take],
      columns: chosen.columns,
    };
  }

  exists(metadata: EntityMetadata, where: unknown): Statement | null {
    const condition = this.#condition(metadata, where);
    return condition === null
      ? null
      : { sql: `SELECT 1 FROM ${this.#table(metadata)}${condition.sql} LIMIT 1`, values: condition.values };
  }

  insert(metadata: EntityMetadata, rows: readonly object[]): Statement | null {
    const { columns } = metadata;
    if (rows.length === 0 || metadata.generatedColumns.length > 0) return null;
    const values: unknown[] = [];
    for (const row of rows) {
      for (const column of columns) {
        const value: unknown = Reflect.get(row, column.propertyName);
        // A default of the database's.
        if (value === undefined || typeof value === 'function') return null;
        values.push(this.#stored(value, column));
      }
    }
    const places = `(${columns.map(() => '?').join(', ')})`;
    return {
      sql: `INSERT INTO ${this.#table(metadata)}(${this.#list(metadata)}) VALUES ${rows.map(() => places).join(', ')}`,
      values,
    };
  }

  update(metadata: EntityMetadata, criteria: unknown, changes: object): Statement | null {
    const condition = this.#condition(metadata, criteria);
    if (condition === null) return null;
    const names: string[] = [];
    const values: unknown[] = [];
    for (const [name, value] of Object.entries(changes)) {
      const column = this.#column(metadata, name);
      if (value === undefined) continue;
      if (column === undefined || typeof value === 'function') return null;
      names.push(`${this.#escaped(column)} = ?`);
      values.push(this.#stored(value, column));
    }
    if (names.length === 0) return null;
    return {
      sql: `UPDATE ${this.#table(metadata)} SET ${names.join(', ')}${condition.sql}`,
      values: [...values, ...condition.values],
    };
  }

  delete(metadata: EntityMetadata, criteria: unknown): Statement | null {
    const condition = this.#condition(metadata, criteria);
    return condition === null
      ? null
      : { sql: `DELETE FROM ${this.#table(metadata)}${condition.sql}`, values: condition.values };
  }

  /** The new entity, with what the row has. */
  filled<E extends ObjectLiteral>(entity: E, columns: readonly ColumnMetadata[], row: object): E {
    for (const column of columns) {
      const value: unknown = Reflect.get(row, column.databaseName);
      const shown: unknown =
        column.transformer === undefined ? value : this.dataSource.driver.prepareHydratedValue(value, column);
      Reflect.set(entity, column.propertyName, shown);
    }
    return entity;
  }

  /** All of them at once; null for none, which would be every row, and for what is no column or no plain value. */
  #condition(metadata: EntityMetadata, where: unknown): Statement | null {
    if (typeof where !== 'object' || where === null || Array.isArray(where)) return null;
    const parts: string[] = [];
    const values: unknown[] = [];
    for (const [name, value] of Object.entries(where)) {
      const column = this.#column(metadata, name);
      if (column === undefined) return null;
      const test = testOf(value);
      if (test === null) return null;
      parts.push(`${this.#escaped(column)} ${test.sql}`);
      values.push(...test.values.map((one) => this.#stored(one, column)));
    }
    return parts.length === 0 ? null : { sql: ` WHERE ${parts.join(' AND ')}`, values };
  }

  #chosen(metadata: EntityMetadata, select: unknown): { list: string; columns: readonly ColumnMetadata[] } | null {
    if (select === undefined) return { list: this.#list(metadata), columns: metadata.columns };
    if (typeof select !== 'object' || select === null || Array.isArray(select)) return null;
    const columns: ColumnMetadata[] = [];
    for (const [name, wanted] of Object.entries(select)) {
      const column = this.#column(metadata, name);
      if (column === undefined || wanted !== true) return null;
      columns.push(column);
    }
    return { list: columns.map((column) => this.#escaped(column)).join(', '), columns };
  }

  #sorted(metadata: EntityMetadata, order: object): string | null {
    const parts: string[] = [];
    for (const [name, direction] of Object.entries(order)) {
      const column = this.#column(metadata, name);
      if (column === undefined || (direction !== 'ASC' && direction !== 'DESC')) return null;
      parts.push(`${this.#escaped(column)} ${direction}`);
    }
    return parts.length === 0 ? '' : ` ORDER BY ${parts.join(', ')}`;
  }

  #column(metadata: EntityMetadata, name: string): ColumnMetadata | undefined {
    let columns = this.#columns.get(metadata);
    if (columns === undefined) {
      columns = new Map(metadata.columns.map((column) => [column.propertyName, column]));
      this.#columns.set(metadata, columns);
    }
    return columns.get(name);
  }

  #list(metadata: EntityMetadata): string {
    let list = this.#lists.get(metadata);
    if (list === undefined) {
      list = metadata.columns.map((column) => this.#escaped(column)).join(', ');
      this.#lists.set(metadata, list);
    }
    return list;
  }

  #stored(value: unknown, column: ColumnMetadata): unknown {
    return column.transformer === undefined ? value : this.dataSource.driver.preparePersistentValue(value, column);
  }

  #escaped({ databaseName }: ColumnMetadata): string {
    return this.dataSource.driver.escape(databaseName);
  }

  #table({ tableName }: EntityMetadata): string {
    return this.dataSource.driver.escape(tableName);
  }
}

/** Null for an undefined value, too: who leaves a condition out by mistake is told so by TypeORM. */
function testOf(value: unknown): { readonly sql: string; readonly values: readonly unknown[] } | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { sql: '= ?', values: [value] };
  if (!(value instanceof FindOperator)) return null;
  if (value.type === 'isNull') return { sql: 'IS NULL', values: [] };
  const operand: unknown = value.value;
  if (value.type === 'in' && Array.isArray(operand) && operand.length > 0)
    return { sql: `IN (${operand.map(() => '?').join(', ')})`, values: operand };
  const comparison = comparisons[value.type];
  return comparison === undefined || typeof operand === 'object' ? null : { sql: `${comparison} ?`, values: [operand] };
}

export type Where<E> = FindOptionsWhere<E> | FindOptionsWhere<E>[];
