/** A proxy and a principal with a grant between them, over HTTP. */
import type { AskGrant, GrantView } from '@yiban/shared-types/grants';
import type { CitizenClient } from '../../scripts/client/citizen.ts';
import { drawnSignature } from '../../scripts/demo/drawn-papers.ts';

/** The proxy asks; the principal signs on their own phone. */
export async function granted(
  proxy: CitizenClient,
  principal: CitizenClient,
  asked: Partial<AskGrant> = {},
): Promise<GrantView> {
  const { id, link } = await askedFor(proxy, asked);
  const { id: signature } = await principal.upload(await drawnSignature(), { purpose: 'signature' });
  return principal.api.write('POST', `/grants/${id}/sign`, { code: link?.code, signature });
}

export async function askedFor(proxy: CitizenClient, asked: Partial<AskGrant> = {}): Promise<GrantView> {
  return proxy.api.write('POST', '/grants', {
    evidence: 'signature',
    relation: 'mother',
    items: null,
    until: '2027-05-25',
    ...asked,
  });
}
