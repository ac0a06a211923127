import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { PersonView } from '@yiban/shared-types/session';
import { isUninsured } from '../session/uninsured';

/** Whether this person may file the item for themselves in that region: where they are insured, or begin to be. */
export function filesThere({ region, beginsEnrolment }: ItemPage, person: PersonView): boolean {
  return person.region === region || (beginsEnrolment && isUninsured(person));
}
