/** Everywhere that something of a case stands: what goes when the case goes. `case-tables.spec.ts` finds a table that is missing here. */

/** By what a table's rows are found: the case, its uploads, the batches that it was paid in. */
export type Owner = 'case' | 'upload' | 'batch';

export interface CaseTable {
  readonly table: string;
  readonly column: string;
  readonly of: Owner;
  /** Besides the column, what puts rows in an order. */
  readonly order: string;
}

const ofCase = (table: string, order: string, column = 'caseId'): CaseTable => ({ table, column, of: 'case', order });

export const caseTables: readonly CaseTable[] = [
  ofCase('cases', 'id', 'id'),
  ofCase('case_duties', 'duty'),
  ofCase('case_feedback', 'ordinal'),
  ofCase('case_history', 'ordinal'),
  ofCase('case_legs', 'ordinal'),
  ofCase('case_materials', 'material'),
  ofCase('case_messages', 'id'),
  ofCase('case_notices', 'ordinal'),
  ofCase('case_tables', 'question, part'),
  ofCase('draft_warnings', 'at'),
  ofCase('documents', 'id'),
  ofCase('idempotency', 'id', 'reference'),
  { table: 'idempotency', column: 'reference', of: 'upload', order: 'id' },
  // What was answered about a batch names the people in it.
  { table: 'idempotency', column: 'reference', of: 'batch', order: 'id' },
  ofCase('inbox', 'id'),
  ofCase('once_claims', 'id'),
  ofCase('outbox', 'id'),
  ofCase('payments', 'id'),
  ofCase('public_notices', 'id'),
  ofCase('ratings', 'at'),
  ofCase('receipts', 'id'),
  ofCase('rectifications', 'openedAt'),
  { table: 'readings', column: 'uploadId', of: 'upload', order: 'paper' },
  ofCase('uploads', 'id'),
];

/** What an ended grant, or an ended handler of a unit, leaves when the last case under it goes. */
export const grantTables: readonly CaseTable[] = [
  ofCase('documents', 'id'),
  ofCase('idempotency', 'id', 'reference'),
  { table: 'idempotency', column: 'reference', of: 'upload', order: 'id' },
  { table: 'readings', column: 'uploadId', of: 'upload', order: 'paper' },
  ofCase('uploads', 'id'),
  ofCase('proxy_grants', 'id', 'id'),
  ofCase('unit_handlers', 'id', 'id'),
];

/** Tables with a `caseId` that stay: they hold ids and hashes alone, and are the proof. `case_holds` keeps its case. */
export const keptTables: ReadonlySet<string> = new Set(['audit_entries', 'case_deletions', 'case_holds']);

/** 未了事项: what keeps a case beyond its time (会计档案管理办法 第十九条). Each asks with the id of the case. */
export const keeps: readonly string[] = [
  // A supervisor's word: a review, a lawsuit, an inspection.
  'SELECT 1 FROM case_holds WHERE caseId = ?',
  // Money that nobody knows of yet whether it arrived.
  'SELECT 1 FROM payments WHERE caseId = ? AND settledAt IS NULL',
  'SELECT 1 FROM rectifications WHERE caseId = ? AND closedOn IS NULL',
  "SELECT 1 FROM outbox WHERE caseId = ? AND status IN ('pending', 'sending')",
];

/** The case's grant, where it is over and no case is left under it. Asked with the grant, today, the principal, the grant. */
export const grantIsLeft = `
  SELECT 1 FROM proxy_grants WHERE id = ? AND (status = 'ended' OR lastDay < ?)
  AND NOT EXISTS (SELECT 1 FROM cases WHERE personId = ? AND grantId = ?)`;

/** The same of a unit's handler. Asked with the handler, the unit, the handler. */
export const handlerIsLeft = `
  SELECT 1 FROM unit_handlers WHERE id = ? AND status = 'ended'
  AND NOT EXISTS (SELECT 1 FROM cases WHERE unitIndex = ? AND unitHandlerId = ?)`;

/** What a person is still known by. Each asks with the person's id. */
export const knows: readonly string[] = [
  'SELECT 1 FROM cases WHERE personId = ?',
  'SELECT 1 FROM cases WHERE applicantId = ?',
  'SELECT 1 FROM sessions WHERE personId = ? AND endedAt IS NULL',
  'SELECT 1 FROM wechat_accounts WHERE personId = ?',
  'SELECT 1 FROM proxy_grants WHERE principalId = ?',
  'SELECT 1 FROM proxy_grants WHERE proxyId = ?',
  'SELECT 1 FROM unit_handlers WHERE personId = ?',
  'SELECT 1 FROM uploads WHERE personId = ?',
];
