import type { RegionItem } from '../catalogue/layering.js';
import type { KnownPerson } from '../people/people.service.js';

/** Who is insured nowhere yet may begin to be in any region. */
export function mayBeginEnrolment({ data }: KnownPerson, { beginsEnrolment }: RegionItem): boolean {
  return beginsEnrolment === true && data.division === '';
}
