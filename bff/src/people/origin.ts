/** Where a person comes from by the kind of their identity document, as the catalogue's forms call it. Pure. */

export type Origin = 'mainland' | 'hong-kong-macao-taiwan' | 'foreign';

/** psn_cert_type → origin; every other document is one that mainland people hold. */
const origins: Readonly<Record<string, Origin>> = {
  '04': 'hong-kong-macao-taiwan',
  '05': 'hong-kong-macao-taiwan',
  '06': 'hong-kong-macao-taiwan',
  '17': 'hong-kong-macao-taiwan',
  '07': 'foreign',
  '08': 'foreign',
};

export function originOf(idType: string): Origin {
  return origins[idType] ?? 'mainland';
}

/** The number of a document of people from elsewhere; null for those of the mainland. */
export function documentNoOf(idType: string, idNo: string): string | null {
  return originOf(idType) === 'mainland' ? null : idNo;
}
