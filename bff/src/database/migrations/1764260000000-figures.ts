import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeMissingIndex } from './missing-tables.js';

/** Everything that the supervisor's figures read of a row stands in the index: rows of cases are wide, and there are many. */
const indices: readonly (readonly [table: string, name: string, columns: string[]])[] = [
  ['cases', 'cases_filed', ['region', 'submittedAt', 'item', 'limitDays', 'acceptedOn', 'id']],
  ['cases', 'cases_ended', ['region', 'closedAt', 'item', 'outcome', 'limitDays', 'acceptedOn', 'stoppedDays']],
  ['cases', 'cases_held', ['region', 'claimedBy']],
  ['cases', 'cases_load', ['region', 'status', 'item', 'limitDays', 'dueAt', 'stoppedOn']],
  ['case_notices', 'case_notices_at', ['about', 'at', 'caseId']],
  ['case_duties', 'case_duties_officer', ['officerId', 'at', 'caseId']],
];

export class Figures1764260000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, columns] of indices) await makeMissingIndex(runner, table, name, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of indices.toReversed()) await runner.dropIndex(table, name);
  }
}
