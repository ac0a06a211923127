/** base/retention.yaml, and `retention` of a region: how long a case is kept after it ended. Pure. */
import { z } from 'zod';
import { slug, source, text } from './written-values.js';

const outcome = z.enum(['granted', 'declined', 'rejected', 'withdrawn']);

/** Whom it fits is told by `items`, `outcomes` and `paid`; what is left out fits all. */
const retentionRule = z.strictObject({
  id: slug,
  name: text,
  items: z.array(slug).min(1).optional(),
  outcomes: z.array(outcome).min(1).optional(),
  /** Granted, and money is paid out for the item. */
  paid: z.literal(true).optional(),
  /** Full calendar years after the one in which the case ended. */
  years: z.union([z.number().int().min(1).max(100), z.literal('permanent')]),
  source,
});
export type RetentionRule = z.infer<typeof retentionRule>;

export const retentionFile = z
  .strictObject({
    /** Counted up with each change, so that a proof of deletion names what held then. */
    version: z.string().regex(/^\d{1,4}$/),
    rules: z.array(retentionRule).min(1),
  })
  .refine(
    ({ rules }) => rules.some(({ items, outcomes, paid }) => items === undefined && outcomes === undefined && !paid),
    'no rule fits every case',
  )
  .refine(({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length, 'an id stands twice');
export type RetentionFile = z.infer<typeof retentionFile>;

/** Items that a rule names and the base does not have. */
export function unknownItems(
  { rules }: RetentionFile,
  items: ReadonlySet<string>,
): readonly { readonly path: readonly (string | number)[]; readonly message: string }[] {
  return rules.flatMap(({ items: named = [] }, i) =>
    named
      .map((id, j) => ({ id, path: ['rules', i, 'items', j], message: `no item «${id}» in base/items` }))
      .filter(({ id }) => !items.has(id)),
  );
}
