/** What data say and nobody types: readings of a case, and the amounts of its settlement. Pure. */
import type { Reading, SettlementCategory } from '@yiban/shared-types/cases';
import type { ReadingFile } from '../catalogue/catalogue-file.js';
import { holds, valueOf } from '../catalogue/conditions.js';
import type { RegionItem } from '../catalogue/layering.js';
import { shownDate, shownMoney } from '../documents/shown-values.js';

/** Readings that are known now, as people read them. */
export function readingsOf({ readings = [] }: RegionItem, facts: object): readonly Reading[] {
  return readings
    .filter(({ when }) => holds(when, facts))
    .flatMap(({ id, name, kind, value }) => {
      const shown = shownReading(kind, valueOf(value, facts));
      return shown === null ? [] : [{ id, name, shown }];
    });
}

function shownReading(kind: ReadingFile['kind'], value: unknown): string | null {
  if (kind === 'money') return typeof value === 'number' ? shownMoney(value) : null;
  if (typeof value !== 'string' || value === '') return null;
  return kind === 'date' ? shownDate(value) : value;
}

/** Categories that apply to the case, with the amount that data give, where they give one. */
export function settlementCategories({ settlement }: RegionItem, facts: object): readonly SettlementCategory[] {
  return settlement
    .filter(({ when }) => holds(when, facts))
    .map(({ id, name, amount, exact = false }) => {
      const value = amount === undefined ? null : valueOf(amount, facts);
      return { id, name, amount: typeof value === 'number' ? value : null, exact };
    });
}
