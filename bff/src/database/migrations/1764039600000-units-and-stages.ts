import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import { makeMissing, makeMissingColumns, makeMissingIndex, type NewTable } from './missing-tables.js';

const column = (name: string, type: string, length?: number, isNullable = false): TableColumnOptions => ({
  name,
  type,
  ...(length === undefined ? {} : { length: String(length) }),
  isNullable,
});
const key = (options: TableColumnOptions): TableColumnOptions => ({ ...options, isPrimary: true });

/** Tables of 250 rows do not fit MariaDB's TEXT of 64 KB. */
const longText = (runner: QueryRunner): string => (runner.connection.options.type === 'mysql' ? 'mediumtext' : 'text');

/** Units and their cases; tables that come as files; feedback, public notices and conversations. */
export class UnitsAndStages1764039600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissingColumns(runner, 'cases', [
      column('unitHandlerId', 'varchar', 36, true),
      column('unitIndex', 'varchar', 64, true),
    ]);
    await makeMissingIndex(runner, 'cases', 'cases_unit', ['unitIndex', 'id']);
    await makeMissing(runner, tables(longText(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(longText(runner)).toReversed()) await runner.dropTable(name);
    await runner.dropIndex('cases', 'cases_unit');
    await runner.dropColumns('cases', ['unitHandlerId', 'unitIndex']);
  }
}

function tables(long: string): readonly NewTable[] {
  return [
    {
      name: 'unit_handlers',
      columns: [
        key(column('id', 'varchar', 36)),
        column('personId', 'varchar', 36),
        column('region', 'varchar', 6),
        column('unitIndex', 'varchar', 64),
        { ...column('standingKey', 'varchar', 64, true), isUnique: true },
        column('sealedUnit', 'text'),
        column('authority', 'varchar', 12),
        column('status', 'varchar', 12),
        column('letter', 'text'),
        column('createdAt', 'varchar', 24),
        column('confirmedAt', 'varchar', 24, true),
        column('confirmedBy', 'varchar', 36, true),
        column('endedAt', 'varchar', 24, true),
      ],
      indices: { unit_handlers_unit: ['unitIndex', 'region'], unit_handlers_person: ['personId'] },
    },
    {
      name: 'case_tables',
      columns: [
        key(column('caseId', 'varchar', 36)),
        key(column('question', 'varchar', 40)),
        key(column('part', 'int')),
        column('sealedRows', long),
      ],
    },
    {
      name: 'case_feedback',
      columns: [
        key(column('caseId', 'varchar', 36)),
        key(column('ordinal', 'int')),
        column('toldAt', 'varchar', 24),
        column('until', 'varchar', 10),
        column('sealedPreliminary', 'text'),
        column('sealedFeedback', 'text', undefined, true),
        column('givenAt', 'varchar', 24, true),
      ],
    },
    {
      name: 'public_notices',
      columns: [
        key(column('id', 'varchar', 36)),
        column('caseId', 'varchar', 36),
        column('region', 'varchar', 6),
        column('item', 'varchar', 40),
        column('subject', 'varchar', 80),
        column('from', 'varchar', 10),
        column('until', 'varchar', 10),
        column('withdrawnAt', 'varchar', 24, true),
      ],
      indices: { public_notices_region: ['region', 'id'], public_notices_case: ['caseId'] },
    },
    {
      name: 'case_messages',
      columns: [
        key(column('id', 'varchar', 36)),
        column('caseId', 'varchar', 36),
        column('from', 'varchar', 10),
        column('authorId', 'varchar', 36),
        column('sealedText', 'text'),
        column('uploads', 'text'),
        column('at', 'varchar', 24),
        column('answerDue', 'varchar', 10, true),
      ],
      indices: { case_messages_case: ['caseId', 'id'] },
    },
  ];
}
