import { z } from 'zod';
import type { Deed } from '../journal.ts';

/** A row of a unit's list that the bureau took over. */
export interface ListedEmployee {
  readonly creditCode: string;
  readonly action: 'add' | 'move' | 'pause' | 'end' | 'emigrate' | 'resume' | 'retire';
  /** yyyy-MM-dd */
  readonly since: string;
}

const rows = z.array(
  z.object({
    certno: z.string(),
    chg_type: z.enum(['add', 'move', 'pause', 'end', 'emigrate', 'resume', 'retire']),
    begn_mon: z.string().regex(/^\d{4}-\d{2}$/),
  }),
);

const joins: ReadonlySet<ListedEmployee['action']> = new Set(['add', 'move', 'resume']);
const leaves: ReadonlySet<ListedEmployee['action']> = new Set(['pause', 'end', 'emigrate']);

/** What units' lists of employees changed, found by identity number and by unit. */
export class EmployeeLists {
  readonly #byIdNo = new Map<string, ListedEmployee[]>();
  readonly #growth = new Map<string, number>();

  /** Takes over a list; what is no list of employees it passes over. */
  take({ operation, fields }: Deed): void {
    if (operation !== 'register-employees') return;
    const creditCode = fields['uscc'] ?? '';
    const list = rows.safeParse(JSON.parse(fields['psn_list'] ?? '[]'));
    for (const { certno, chg_type: action, begn_mon: month } of list.data ?? []) {
      const own = this.#byIdNo.get(certno) ?? [];
      this.#byIdNo.set(certno, [...own, { creditCode, action, since: `${month}-01` }]);
      const more = joins.has(action) ? 1 : leaves.has(action) ? -1 : 0;
      this.#growth.set(creditCode, (this.#growth.get(creditCode) ?? 0) + more);
    }
  }

  /** The oldest first. */
  of(idNo: string): readonly ListedEmployee[] {
    return this.#byIdNo.get(idNo) ?? [];
  }

  /** How many more members the unit has by its lists; negative for fewer. */
  growthOf(creditCode: string): number {
    return this.#growth.get(creditCode) ?? 0;
  }
}
