import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

const text = (name: string, nullable = false): TableColumnOptions => ({ name, type: 'text', isNullable: nullable });
const whole = (name: string, nullable = false): TableColumnOptions => ({ name, type: 'int', isNullable: nullable });
const varchar = (name: string, length: number, nullable = false): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable: nullable,
});
const id = (name: string, nullable = false): TableColumnOptions => varchar(name, 36, nullable);
const instant = (name: string, nullable = false): TableColumnOptions => varchar(name, 24, nullable);
const key = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isPrimary: true });
const unique = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isUnique: true });

const tables: readonly { name: string; columns: TableColumnOptions[]; indices?: Record<string, string[]> }[] = [
  {
    name: 'people',
    columns: [
      key(id('id')),
      unique(varchar('idIndex', 64)),
      text('sealedData'),
      varchar('region', 6, true),
      instant('createdAt'),
      instant('updatedAt'),
    ],
  },
  {
    name: 'sessions',
    columns: [
      key(id('id')),
      id('personId', true),
      varchar('wechatIndex', 64, true),
      varchar('refreshIndex', 64),
      instant('createdAt'),
      instant('expiresAt'),
      instant('endedAt', true),
    ],
    indices: { sessions_person: ['personId'] },
  },
  {
    name: 'wechat_accounts',
    columns: [key(varchar('wechatIndex', 64)), id('personId', true), text('sealedOpenid'), instant('createdAt')],
    indices: { wechat_accounts_person: ['personId'] },
  },
  {
    name: 'cases',
    columns: [
      key(id('id')),
      unique(varchar('number', 24, true)),
      varchar('region', 6),
      varchar('item', 40),
      varchar('status', 20),
      varchar('outcome', 20, true),
      whole('version'),
      id('personId'),
      id('applicantId'),
      id('grantId', true),
      text('sealedForm'),
      text('sealedNames'),
      unique(varchar('draftKey', 80, true)),
      varchar('dueAt', 10, true),
      whole('dueProvisional'),
      whole('limitDays', true),
      whole('stoppedDays'),
      varchar('stoppedOn', 10, true),
      varchar('acceptedOn', 10, true),
      varchar('supplementFrom', 20, true),
      text('unmetRules'),
      text('sealedSettlement', true),
      text('sealedReason', true),
      id('claimedBy', true),
      instant('claimedAt', true),
      instant('createdAt'),
      instant('updatedAt'),
      instant('submittedAt', true),
      instant('closedAt', true),
    ],
    indices: {
      cases_person: ['personId', 'id'],
      cases_applicant: ['applicantId', 'id'],
      cases_queue: ['region', 'status', 'dueAt', 'id'],
    },
  },
  {
    name: 'case_history',
    columns: [
      key(id('caseId')),
      key(whole('ordinal')),
      instant('at'),
      varchar('from', 20, true),
      varchar('to', 20),
      varchar('event', 30),
      varchar('actorKind', 10),
      id('actorId', true),
      id('onBehalfOf', true),
      text('sealedDetail'),
      varchar('previousHash', 64),
      varchar('hash', 64),
    ],
  },
  {
    name: 'case_materials',
    columns: [
      key(id('caseId')),
      key(varchar('material', 40)),
      varchar('alternative', 40),
      text('uploads'),
      id('signature', true),
      instant('updatedAt'),
    ],
  },
  {
    name: 'case_notices',
    columns: [
      key(id('caseId')),
      key(whole('ordinal')),
      instant('at'),
      id('officerId'),
      text('sealedItems'),
      text('sealedSupervisorReason', true),
    ],
  },
  {
    name: 'case_duties',
    columns: [key(id('caseId')), key(varchar('duty', 20)), id('officerId'), instant('at')],
  },
  {
    name: 'receipts',
    columns: [key(id('id')), id('caseId'), unique(varchar('liveIndex', 64, true)), instant('createdAt')],
    indices: { receipts_case: ['caseId'] },
  },
  {
    name: 'documents',
    columns: [
      key(id('id')),
      id('caseId'),
      id('personId'),
      varchar('kind', 30),
      varchar('name', 120),
      unique(varchar('codeIndex', 64)),
      text('sealedSnapshot'),
      instant('issuedAt'),
      instant('withdrawnAt', true),
      varchar('sha256', 64, true),
      varchar('storageKey', 200, true),
    ],
    indices: { documents_case: ['caseId'] },
  },
  {
    name: 'uploads',
    columns: [
      key(id('id')),
      id('personId'),
      id('caseId', true),
      varchar('purpose', 12),
      varchar('paper', 40, true),
      varchar('status', 12),
      whole('length'),
      whole('received'),
      varchar('sha256', 64, true),
      varchar('failure', 40, true),
      text('findings'),
      whole('width', true),
      whole('height', true),
      instant('createdAt'),
      instant('expiresAt'),
    ],
    indices: { uploads_person: ['personId'], uploads_expiry: ['caseId', 'expiresAt'] },
  },
  {
    name: 'outbox',
    columns: [
      key(id('id')),
      varchar('kind', 12),
      unique(varchar('effectKey', 80)),
      id('caseId', true),
      text('sealedPayload'),
      varchar('status', 12),
      whole('attempts'),
      instant('dueAt'),
      instant('createdAt'),
      instant('doneAt', true),
      text('sealedAnswer', true),
    ],
    indices: { outbox_due: ['status', 'dueAt'], outbox_case: ['caseId'] },
  },
  {
    name: 'idempotency',
    columns: [
      key(varchar('id', 64)),
      varchar('requestHash', 64),
      varchar('reference', 80),
      text('sealedAnswer', true),
      instant('createdAt'),
    ],
  },
  {
    name: 'inbox',
    columns: [
      key(id('id')),
      id('personId'),
      id('caseId', true),
      text('sealedText'),
      instant('createdAt'),
      instant('readAt', true),
    ],
    indices: { inbox_person: ['personId', 'id'] },
  },
  {
    name: 'ratings',
    columns: [key(id('caseId')), whole('grade'), text('sealedComment', true), instant('at')],
  },
  {
    name: 'officers',
    columns: [
      key(id('id')),
      unique(varchar('username', 60)),
      varchar('name', 60),
      varchar('badge', 12),
      varchar('region', 6),
      text('roles'),
      varchar('idIndex', 64, true),
      varchar('passwordHash', 200),
      text('sealedTotpSecret'),
      whole('lastTotpStep'),
      whole('failedLogins'),
      instant('lockedUntil', true),
      instant('createdAt'),
    ],
  },
  {
    name: 'officer_sessions',
    columns: [
      key(id('id')),
      id('officerId'),
      varchar('refreshIndex', 64),
      instant('createdAt'),
      instant('expiresAt'),
      instant('endedAt', true),
    ],
    indices: { officer_sessions_officer: ['officerId'] },
  },
];

/** The first tables. */
export class Initial1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, columns, indices = {} } of tables) {
      await runner.createTable(new Table({ name, columns }));
      for (const [index, columnNames] of Object.entries(indices)) {
        await runner.createIndex(name, new TableIndex({ name: index, columnNames }));
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name);
  }
}
