import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, makeMissingColumns, text } from './missing-tables.js';

/** Photos cut to their paper, and where its edges seem to be. */
export class TrimmedPhotos1764209000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissingColumns(runner, 'uploads', [text('edges', true), id('trimmedFrom', true), text('trim', true)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('uploads', ['edges', 'trimmedFrom', 'trim']);
  }
}
