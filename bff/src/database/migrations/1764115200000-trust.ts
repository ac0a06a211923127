import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, instant, key, makeMissing, text, varchar, whole, type NewTable } from './missing-tables.js';

const tables: readonly NewTable[] = [
  {
    name: 'data_keys',
    columns: [
      key(varchar('id', 8)),
      varchar('purpose', 8),
      varchar('suite', 4),
      varchar('state', 10),
      text('wrapped'),
      instant('createdAt'),
    ],
  },
  {
    name: 'audit_entries',
    columns: [
      key(varchar('chain', 12)),
      key(whole('ordinal')),
      instant('at'),
      varchar('actorKind', 8),
      id('actorId', true),
      id('onBehalfOf', true),
      varchar('deed', 40),
      id('caseId', true),
      id('personId', true),
      text('detail'),
      varchar('hash', 64),
    ],
    indices: {
      audit_entries_actor: ['actorId', 'at'],
      audit_entries_case: ['caseId'],
      audit_entries_person: ['personId'],
    },
  },
  {
    name: 'audit_heads',
    columns: [key(varchar('chain', 12)), whole('ordinal'), varchar('hash', 64)],
  },
  {
    name: 'draft_warnings',
    columns: [key(id('caseId')), instant('at')],
  },
];

/** Wrapped keys, the audit trail, and who was told that a draft will be thrown away. */
export class Trust1764115200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name);
  }
}
