/** Everywhere that something sealed stands: what a rotation of keys goes through. */

/** A row as raw SQL gives it. */
export type RawRow = Readonly<Record<string, unknown>>;

export interface SealedTable {
  readonly table: string;
  readonly key: readonly string[];
  /** Column → the place that its text is bound to. */
  readonly columns: Readonly<Record<string, (key: readonly string[]) => string>>;
}

/** Columns whose place is `table:<key>:<what it is>`, as nearly all are. */
function table(name: string, key: readonly string[], columns: Readonly<Record<string, string>>): SealedTable {
  return {
    table: name,
    key,
    columns: Object.fromEntries(
      Object.entries(columns).map(([column, what]) => [
        column,
        (values: readonly string[]) => [name, ...values, ...(what === '' ? [] : [what])].join(':'),
      ]),
    ),
  };
}

export const sealedTables: readonly SealedTable[] = [
  table('people', ['id'], { sealedData: 'data' }),
  table('wechat_accounts', ['wechatIndex'], { sealedOpenid: 'openid' }),
  table('cases', ['id'], {
    sealedForm: 'form',
    sealedNames: 'names',
    sealedSettlement: 'settlement',
    sealedReason: 'reason',
  }),
  table('case_history', ['caseId', 'ordinal'], { sealedDetail: '' }),
  table('case_notices', ['caseId', 'ordinal'], { sealedItems: '', sealedSupervisorReason: 'supervisor' }),
  table('case_legs', ['caseId', 'ordinal'], { sealedDetail: '' }),
  table('case_tables', ['caseId', 'question', 'part'], { sealedRows: '' }),
  table('case_feedback', ['caseId', 'ordinal'], { sealedPreliminary: 'preliminary', sealedFeedback: 'feedback' }),
  table('case_messages', ['id'], { sealedText: 'text' }),
  table('case_holds', ['caseId'], { sealedReason: 'reason' }),
  table('proxy_grants', ['id'], { sealedParties: 'parties', sealedLink: 'link' }),
  table('unit_handlers', ['id'], { sealedUnit: 'unit' }),
  table('readings', ['uploadId'], { sealedReading: 'sealedReading' }),
  table('documents', ['id'], { sealedSnapshot: 'snapshot' }),
  table('outbox', ['id'], { sealedPayload: 'payload', sealedAnswer: 'answer' }),
  table('idempotency', ['id'], { sealedAnswer: 'answer' }),
  table('inbox', ['id'], { sealedText: 'text' }),
  table('payments', ['id'], { sealedPayee: 'payee', sealedReason: 'reason' }),
  table('ratings', ['caseId'], { sealedComment: 'comment' }),
  table('rectifications', ['caseId'], { sealedOutcome: 'outcome' }),
  table('officers', ['id'], { sealedTotpSecret: 'totp', sealedNextTotpSecret: 'next-totp' }),
];

/** Prefixes in storage; a file is bound to its own key. `owner`: the table of which the second segment is an id. */
export const sealedFiles: readonly { readonly prefix: string; readonly owner: string }[] = [
  { prefix: 'photos/', owner: 'uploads' },
  { prefix: 'uploads/', owner: 'uploads' },
  { prefix: 'documents/', owner: 'documents' },
];
