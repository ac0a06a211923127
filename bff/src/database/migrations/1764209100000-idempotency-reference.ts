import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeMissingIndex } from './missing-tables.js';

/** Answers about a draft that is thrown away are found by it: without an index InnoDB locks every answer there is. */
export class IdempotencyReference1764209100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissingIndex(runner, 'idempotency', 'idempotency_reference', ['reference']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('idempotency', 'idempotency_reference');
  }
}
