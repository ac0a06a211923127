import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Benefits that are given once for one event. */
export class OnceClaims1764129600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'once_claims',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'caseId', type: 'varchar', length: '36' },
          { name: 'liveIndex', type: 'varchar', length: '64', isNullable: true, isUnique: true },
        ],
      }),
    );
    await runner.createIndex('once_claims', new TableIndex({ name: 'once_claims_case', columnNames: ['caseId'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('once_claims');
  }
}
