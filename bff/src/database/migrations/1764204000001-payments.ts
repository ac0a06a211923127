import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  id,
  instant,
  key,
  makeMissing,
  makeMissingColumns,
  text,
  unique,
  varchar,
  whole,
  type NewTable,
} from './missing-tables.js';

const tables: readonly NewTable[] = [
  {
    name: 'payment_batches',
    columns: [
      key(id('id')),
      varchar('region', 6),
      unique(varchar('number', 20)),
      instant('createdAt'),
      id('createdBy'),
      instant('exportedAt', true),
      id('exportedBy', true),
      whole('imports'),
    ],
    indices: { payment_batches_region: ['region', 'id'] },
  },
  {
    name: 'payments',
    columns: [
      key(id('id')),
      id('batchId'),
      whole('ordinal'),
      id('caseId'),
      unique(id('standingCase', true)),
      unique(varchar('serial', 24)),
      { name: 'amount', type: 'bigint' },
      text('sealedPayee'),
      varchar('result', 8, true),
      varchar('resultOn', 10, true),
      text('sealedReason', true),
      id('toldBy', true),
      instant('settledAt', true),
    ],
    indices: {
      payments_batch: ['batchId', 'ordinal'],
      payments_case: ['caseId'],
      payments_unsettled: ['settledAt', 'result'],
    },
  },
];

/** Payments in batches; which payment a case is in; notices that are about the account alone. */
export class Payments1764204000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, tables);
    await makeMissingColumns(runner, 'cases', [id('paymentId', true)]);
    await makeMissingColumns(runner, 'case_notices', [{ ...varchar('about', 10), default: "'case'" }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('case_notices', 'about');
    await runner.dropColumn('cases', 'paymentId');
    for (const { name } of tables.toReversed()) await runner.dropTable(name);
  }
}
