import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeMissingColumns, makeMissingIndex, varchar } from './missing-tables.js';

/** How the number of a case ends, so that officers find it among millions without a look at each. */
export class CaseNumberEnd1764290000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissingColumns(runner, 'cases', [varchar('numberEnd', 4, true)]);
    await runner.query(
      'UPDATE cases SET numberEnd = substr(number, -4) WHERE number IS NOT NULL AND numberEnd IS NULL',
    );
    await makeMissingIndex(runner, 'cases', 'cases_number_end', ['region', 'numberEnd']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('cases', 'cases_number_end');
    await runner.dropColumn('cases', 'numberEnd');
  }
}
