import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, makeMissingColumns } from './missing-tables.js';

/** Who is sending an entry, so that what a process leaves behind is taken up once it is seen to be gone. */
export class OutboxSender1764280000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissingColumns(runner, 'outbox', [id('sender', true)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('outbox', 'sender');
  }
}
