/** What is sent: the answers as the server takes them. Pure. */
import type { AskGrant } from '@yiban/shared-types/grants';
import type { Request } from './request.ts';

/** `item` is the one that one came for; `here` the region that one came from. */
export function newGrant(request: Request, item: string, here: string): AskGrant {
  const { relation, scope, items, until, way, name, idNo } = request;
  const asked = {
    relation: relation ?? 'other',
    items: scope === 'all' ? null : scope === 'one' ? [item] : items,
    until,
  } as const;
  if (way !== 'letter' && way !== 'guardian') return { ...asked, evidence: 'signature' };
  const { letter, principalId, proxyId, kinship } = request;
  return {
    ...asked,
    evidence: way,
    region: request.region === '' ? here : request.region,
    principal: { name: name.trim(), idNo: idNo.trim().toUpperCase() },
    papers: way === 'letter' ? { letter, principalIdentity: principalId, proxyIdentity: proxyId } : { kinship },
  };
}
