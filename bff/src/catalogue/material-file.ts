/** The shape of a required paper in the catalogue's data files, and of the ways to meet it. */
import { z } from 'zod';
import { condition, slug, text } from './written-values.js';

const alternative = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('credential'), id: slug, name: text, when: condition.optional() }),
  z.strictObject({
    kind: z.literal('photo'),
    id: slug,
    name: text,
    paper: slug,
    pages: z.array(text).min(1).optional(),
    tip: text,
    when: condition.optional(),
  }),
  z.strictObject({
    kind: z.literal('generated'),
    id: slug,
    name: text,
    document: z.enum(['registration-form', 'application-form', 'authorization-letter']),
    signed: z.boolean().default(false),
    when: condition.optional(),
  }),
  z.strictObject({
    kind: z.literal('commitment'),
    id: slug,
    name: text,
    /** A file of base/letters. */
    letter: slug,
    when: condition.optional(),
  }),
  /** Met by data of the platform when `condition` holds. */
  z.strictObject({ kind: z.literal('data'), id: slug, name: text, condition, when: condition.optional() }),
]);
export type AlternativeFile = z.infer<typeof alternative>;

export const materialFile = z.strictObject({
  id: slug,
  name: text,
  required: z.union([z.boolean(), z.strictObject({ when: text, condition })]).default(true),
  anyOf: z.array(alternative).min(1),
  note: text.optional(),
});
export type MaterialFile = z.infer<typeof materialFile>;
