import type { PersonView } from '@yiban/shared-types/session';

/** Insured nowhere yet, which is not to be insured where this product does not serve. */
export function isUninsured({ region, insured }: PersonView): boolean {
  return region === null && !insured;
}

/** How the insured place is called of someone who has none that is served here. */
export function noRegionWords(person: PersonView): string {
  return isUninsured(person) ? '还没有参保' : '还没有开通';
}
