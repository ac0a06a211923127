import type { MigrationInterface, QueryRunner } from 'typeorm';
import { instant, makeMissingColumns } from './missing-tables.js';

/** Until when a case that a supervisor handed to an officer stays theirs; an older process lets it go as a claim. */
export class HandedOverUntil1764270000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissingColumns(runner, 'cases', [instant('handedUntil', true)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('cases', 'handedUntil')) await runner.dropColumn('cases', 'handedUntil');
  }
}
