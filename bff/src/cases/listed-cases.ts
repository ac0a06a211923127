/** The rows of «my cases»: one statement, and of each case no more than a list shows. */
import type { EntityManager } from 'typeorm';
import type { Case } from './case.entity.js';

const columns = [
  'id',
  'number',
  'region',
  'item',
  'status',
  'outcome',
  'version',
  'personId',
  'applicantId',
  'grantId',
  'sealedNames',
  'rulesVersion',
  'dueAt',
  'dueProvisional',
  'stoppedOn',
  'createdAt',
  'updatedAt',
  'submittedAt',
] as const;

export type ListedCase = Pick<Case, (typeof columns)[number]>;

/** Whose cases a person sees in their list. */
export interface Lister {
  readonly personId: string;
  /** Grants whose cases the person no longer sees as a proxy. */
  readonly cutOff: readonly string[];
  /** Units whose filed cases the person sees. */
  readonly units: readonly { readonly unitIndex: string; readonly region: string }[];
}

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Newest first, those before the cursor. */
export async function listedCases(
  reader: EntityManager,
  lister: Lister,
  cursor: string | undefined,
  limit: number,
): Promise<readonly ListedCase[]> {
  const names = columns.map((name) => `\`${name}\``).join(', ');
  const before: Condition = cursor === undefined ? { sql: '', values: [] } : { sql: 'AND id < ?', values: [cursor] };
  const conditions = conditionsOf(lister);
  // Each look-up along its own index, ended there, instead of one OR along none.
  const parts = conditions.map(
    ({ sql }, i) =>
      `SELECT * FROM (SELECT ${names} FROM cases WHERE ${sql} ${before.sql} ORDER BY id DESC LIMIT ${limit}) part${i}`,
  );
  const rows = await reader.query<readonly (Omit<ListedCase, 'dueProvisional'> & { dueProvisional: number })[]>(
    `${parts.join(' UNION ALL ')} ORDER BY id DESC LIMIT ${limit}`,
    conditions.flatMap(({ values }) => [...values, ...before.values]),
  );
  return rows.map((row) => ({ ...row, dueProvisional: row.dueProvisional !== 0 }));
}

function conditionsOf({ personId, cutOff, units }: Lister): readonly Condition[] {
  return [
    // Another's draft is theirs until it is filed.
    { sql: `personId = ? AND (applicantId = ? OR status <> 'draft')`, values: [personId, personId] },
    {
      sql: `applicantId = ? AND personId <> ? ${
        cutOff.length === 0 ? '' : `AND (status = 'draft' OR grantId NOT IN (${cutOff.map(() => '?').join(', ')}))`
      }`,
      values: [personId, personId, ...cutOff],
    },
    ...units.map(({ unitIndex, region }) => ({
      sql: `unitIndex = ? AND region = ? AND personId <> ? AND status <> 'draft'`,
      values: [unitIndex, region, personId],
    })),
  ];
}
