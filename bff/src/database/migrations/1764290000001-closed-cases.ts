import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, instant, key, makeMissing, makeMissingIndex, text, varchar } from './missing-tables.js';

/** Proofs of the deletion of closed cases, and what keeps one beyond its time; messages are found by their case. */
export class ClosedCases1764290000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, [
      {
        name: 'case_deletions',
        columns: [
          key(id('id')),
          varchar('region', 6),
          id('caseId'),
          varchar('numberIndex', 64),
          varchar('item', 40),
          varchar('outcome', 20),
          varchar('endedOn', 10),
          varchar('rule', 60),
          varchar('ruleName', 60),
          varchar('term', 12),
          varchar('source', 200),
          instant('deletedAt'),
          text('counts'),
          varchar('digest', 64),
          text('filesLeft', true),
          instant('filesGoneAt', true),
        ],
        indices: {
          case_deletions_region: ['region', 'id'],
          case_deletions_number: ['numberIndex'],
          case_deletions_files: ['filesGoneAt'],
        },
      },
      {
        name: 'case_holds',
        columns: [key(id('caseId')), varchar('region', 6), text('sealedReason'), id('officerId'), instant('at')],
      },
    ]);
    await makeMissingIndex(runner, 'inbox', 'inbox_case', ['caseId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('inbox', 'inbox_case');
    await runner.dropTable('case_holds');
    await runner.dropTable('case_deletions');
  }
}
