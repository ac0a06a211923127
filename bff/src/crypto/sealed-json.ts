import type { z } from 'zod';
import type { Vault } from './vault.js';

/** Opens sealed JSON and checks its shape; throws when either is not as it was written. */
export function openJson<S extends z.ZodType>(vault: Vault, place: string, sealed: string, shape: S): z.infer<S> {
  return shape.parse(JSON.parse(vault.open(place, sealed)));
}
