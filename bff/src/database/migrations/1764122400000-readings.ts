import { Table, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the reader made of uploads; deleted with them by the database itself. */
export class Readings1764122400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'readings',
        columns: [
          { name: 'uploadId', type: 'varchar', length: '36', isPrimary: true },
          { name: 'paper', type: 'varchar', length: '40' },
          { name: 'status', type: 'varchar', length: '8' },
          { name: 'sealedReading', type: 'text', isNullable: true },
          { name: 'attempts', type: 'int' },
          { name: 'takenUntil', type: 'varchar', length: '24' },
        ],
        indices: [new TableIndex({ name: 'readings_status', columnNames: ['status', 'takenUntil'] })],
        foreignKeys: [
          new TableForeignKey({
            columnNames: ['uploadId'],
            referencedTableName: 'uploads',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
          }),
        ],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('readings');
  }
}
