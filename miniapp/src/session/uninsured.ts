import type { PersonView } from '@yiban/shared-types/session';

/** Insured nowhere yet. Of someone whom the phone knew before it was told, it is not known: they count as insured. */
export function isUninsured({ region, insured }: PersonView): boolean {
  return region === null && insured === false;
}

/** How the insured place is called of someone who has none that is served here. */
export function noRegionWords(person: PersonView): string {
  return isUninsured(person) ? '还没有参保' : '还没有开通';
}
