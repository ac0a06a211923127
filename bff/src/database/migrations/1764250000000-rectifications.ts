import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  id,
  instant,
  key,
  makeMissing,
  makeMissingColumns,
  makeMissingIndex,
  text,
  varchar,
  whole,
} from './missing-tables.js';

/** Rectifications of what bad ratings complain of; region and item of each rating, to count figures by. */
export class Rectifications1764250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, [
      {
        name: 'rectifications',
        columns: [
          key(id('caseId')),
          varchar('region', 6),
          varchar('item', 40),
          instant('openedAt'),
          whole('limitDays'),
          varchar('dueAt', 10),
          whole('dueProvisional'),
          varchar('closedOn', 10, true),
          id('closedBy', true),
          text('sealedOutcome', true),
        ],
        indices: {
          rectifications_open: ['region', 'closedOn', 'dueAt', 'caseId'],
          rectifications_figures: ['region', 'openedAt', 'item', 'dueAt', 'closedOn'],
        },
      },
    ]);
    await makeMissingColumns(runner, 'ratings', [varchar('region', 6, true), varchar('item', 40, true)]);
    await runner.query(
      `UPDATE ratings SET region = (SELECT c.region FROM cases c WHERE c.id = ratings.caseId),
        item = (SELECT c.item FROM cases c WHERE c.id = ratings.caseId) WHERE region IS NULL`,
    );
    await makeMissingIndex(runner, 'ratings', 'ratings_figures', ['region', 'at', 'item', 'grade']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('ratings', 'ratings_figures');
    await runner.dropColumns('ratings', ['region', 'item']);
    await runner.dropTable('rectifications');
  }
}
