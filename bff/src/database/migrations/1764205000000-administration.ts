import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  id,
  instant,
  key,
  makeMissing,
  makeMissingColumns,
  text,
  varchar,
  whole,
  type NewTable,
} from './missing-tables.js';

const tables: readonly NewTable[] = [
  {
    name: 'region_versions',
    columns: [
      key(varchar('region', 6)),
      key(whole('ordinal')),
      instant('effectiveAt'),
      varchar('basis', 200),
      text('changes'),
      id('officerId'),
      instant('madeAt'),
      instant('cancelledAt', true),
      id('cancelledBy', true),
    ],
  },
  {
    name: 'holiday_notices',
    columns: [
      key(varchar('region', 6)),
      key(whole('year')),
      key(whole('ordinal')),
      varchar('basis', 200),
      text('days'),
      id('officerId'),
      instant('at'),
    ],
  },
];

const officerColumns = [
  text('sealedNextTotpSecret', true),
  varchar('invitationIndex', 64, true),
  instant('invitationUntil', true),
  instant('blockedAt', true),
  instant('lastLoginAt', true),
];

/** Rules of a region changed as data, imported holidays, accounts that an administrator opens and blocks. */
export class Administration1764205000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, tables);
    await makeMissingColumns(runner, 'cases', [whole('rulesVersion', true)]);
    await makeMissingColumns(runner, 'officers', officerColumns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of officerColumns) await runner.dropColumn('officers', name);
    await runner.dropColumn('cases', 'rulesVersion');
    for (const { name } of tables.toReversed()) await runner.dropTable(name);
  }
}
