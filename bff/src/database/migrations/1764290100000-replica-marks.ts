import type { MigrationInterface, QueryRunner } from 'typeorm';
import { key, makeMissing, whole } from './missing-tables.js';

/** The primary's time, by which replicas are seen to keep up; a database in a file has none. */
export class ReplicaMarks1764290100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'mysql') return;
    await makeMissing(runner, [{ name: 'replica_marks', columns: [key(whole('id')), { name: 'at', type: 'bigint' }] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type === 'mysql') await runner.dropTable('replica_marks');
  }
}
