import type { MigrationInterface, QueryRunner } from 'typeorm';
import { instant, makeMissingColumns, varchar } from './missing-tables.js';

const columns = [varchar('previousIndex', 64, true), instant('rotatedAt', true)];

/** A refresh whose answer was lost is answered again: the token before the present one is remembered. */
export class TokenRotation1764240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissingColumns(runner, 'sessions', columns);
    await makeMissingColumns(runner, 'officer_sessions', columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of columns) {
      await runner.dropColumn('officer_sessions', name);
      await runner.dropColumn('sessions', name);
    }
  }
}
