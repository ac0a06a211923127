import { z } from 'zod';

/** A deed upstream, as the outbox keeps it. */
export const platformDeed = z.object({
  operation: z.string(),
  region: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Another person than the case's own, whom the deed is about. */
  concerned: z.object({ name: z.string(), idNo: z.string() }).nullable(),
  /** The deed is about a unit, and names no insured person. */
  unit: z.boolean().default(false),
  /** The case is granted once this is done. */
  grants: z.boolean(),
});
export type PlatformDeed = z.infer<typeof platformDeed>;
