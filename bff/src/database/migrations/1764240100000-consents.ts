import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, instant, key, makeMissing, varchar, whole, type NewTable } from './missing-tables.js';

const consents: NewTable = {
  name: 'consents',
  columns: [
    key(id('personId')),
    key(varchar('kind', 20)),
    key(whole('ordinal')),
    varchar('version', 20),
    instant('givenAt'),
    instant('withdrawnAt', true),
  ],
};

/** Who agreed to which text about personal information, when, and until when. */
export class Consents1764240100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, [consents]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(consents.name);
  }
}
