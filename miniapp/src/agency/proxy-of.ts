import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { OfficerGrant } from '@yiban/shared-types/grants';

/** The proxy who files a case and what they act on; null where people file for themselves. */
export function proxyOf(view: OfficerCaseView): OfficerGrant | null {
  const proxy: unknown = 'proxy' in view ? view.proxy : null;
  return isOfficerGrant(proxy) ? proxy : null;
}

function isOfficerGrant(value: unknown): value is OfficerGrant {
  return typeof value === 'object' && value !== null && 'evidence' in value && 'papers' in value && 'flags' in value;
}
