import type { GrantPapers } from '@yiban/shared-types/grants';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import type { ProxyGrant } from './proxy-grant.entity.js';

export const relation = z.enum([
  'spouse',
  'father',
  'mother',
  'child',
  'parent-in-law',
  'grandparent',
  'grandchild',
  'sibling',
  'ward',
  'other',
]);
const parties = z.object({
  proxy: z.string(),
  principal: z.string().nullable(),
  relation,
  /** Why an officer refused the papers. */
  reason: z.string().nullable(),
});
export type GrantParties = z.infer<typeof parties>;

const ids = z.array(z.string());
const papers = z.object({
  letter: ids.default([]),
  principalIdentity: ids.default([]),
  proxyIdentity: ids.default([]),
  kinship: ids.default([]),
});

/** Opens and seals what is personal in a grant. */
@Injectable()
export class GrantContent {
  constructor(private readonly vault: Vault) {}

  parties({ id, sealedParties }: Pick<ProxyGrant, 'id' | 'sealedParties'>): GrantParties {
    return openJson(this.vault, place(id, 'parties'), sealedParties, parties);
  }

  sealParties(id: string, of: GrantParties): string {
    return this.vault.seal(place(id, 'parties'), JSON.stringify(of));
  }

  link({ id, sealedLink }: Pick<ProxyGrant, 'id' | 'sealedLink'>): string | null {
    return sealedLink === null ? null : this.vault.open(place(id, 'link'), sealedLink);
  }

  sealLink(id: string, code: string): string {
    return this.vault.seal(place(id, 'link'), code);
  }

  /** Equal for the same code, however it is written down. */
  linkIndex(code: string): string {
    return this.vault.index('grant-link', code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  }
}

/** Item ids; null for all that may be filed for another. */
export function itemsOf({ items }: Pick<ProxyGrant, 'items'>): readonly string[] | null {
  return items === null ? null : ids.parse(JSON.parse(items));
}

export function papersOf(row: Pick<ProxyGrant, 'papers'>): Required<GrantPapers> {
  return papers.parse(JSON.parse(row.papers));
}

const place = (id: string, what: string): string => `proxy_grants:${id}:${what}`;
