import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import { makeMissing, makeMissingIndex } from './missing-tables.js';

const column = (name: string, type: string, length?: number, isNullable = false): TableColumnOptions => ({
  name,
  type,
  ...(length === undefined ? {} : { length: String(length) }),
  isNullable,
});

/** Steps of a case between two agencies; and documents found by their person, so that a newer one ends an older. */
export class CaseLegs1764036000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, [
      {
        name: 'case_legs',
        columns: [
          { ...column('caseId', 'varchar', 36), isPrimary: true },
          { ...column('ordinal', 'int'), isPrimary: true },
          column('leg', 'varchar', 40),
          column('ends', 'varchar', 20),
          column('workingDays', 'int'),
          column('startedOn', 'varchar', 10, true),
          column('dueAt', 'varchar', 10, true),
          column('dueProvisional', 'int'),
          column('doneOn', 'varchar', 10, true),
          column('sealedDetail', 'text', undefined, true),
        ],
        indices: { case_legs_open: ['ends', 'doneOn'] },
      },
    ]);
    await makeMissingIndex(runner, 'documents', 'documents_person', ['personId', 'kind']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('documents', 'documents_person');
    await runner.dropTable('case_legs');
  }
}
