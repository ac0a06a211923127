import type { GrantRequestView, GrantSide, GrantState, GrantView } from '@yiban/shared-types/grants';
import { Injectable } from '@nestjs/common';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { maskIdNumber, maskName } from '../people/masking.js';
import type { KnownPerson } from '../people/people.service.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { GrantContent, itemsOf, papersOf } from './grant-content.js';
import { GrantLetters } from './grant-letters.js';
import { isUsable, saidOf, stateOf } from './grant-state.js';
import type { ProxyGrant } from './proxy-grant.entity.js';

/** How a grant looks to its two sides, and to the one who is asked. */
@Injectable()
export class GrantViews {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly content: GrantContent,
    private readonly letters: GrantLetters,
    private readonly uploads: UploadsService,
    private readonly clock: Clock,
  ) {}

  state(row: ProxyGrant): GrantState {
    const now = this.clock.now();
    return stateOf(row, { now: now.toISOString(), today: shanghaiDate(now) });
  }

  items(row: ProxyGrant): GrantView['items'] {
    const ids = itemsOf(row);
    if (ids === null) return null;
    return this.catalogue
      .items(row.region)
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name }) => ({ id, name }));
  }

  async view(row: ProxyGrant, viewer: string): Promise<GrantView> {
    const side: GrantSide = row.proxyId === viewer ? 'proxy' : 'principal';
    const state = this.state(row);
    const { proxy, principal, relation, reason } = this.content.parties(row);
    return {
      id: row.id,
      side,
      principal: principal === null ? null : { name: maskName(principal) },
      proxy: { name: maskName(proxy) },
      relation,
      region: row.principalId === null ? null : row.region,
      items: this.items(row),
      until: row.until,
      evidence: row.evidence,
      state,
      usable: isUsable(state),
      said: saidOf(state, side, row.until),
      reason,
      tellPrincipal: row.tellPrincipal,
      hasLetter: row.evidence === 'signature' && row.signedAt !== null,
      papers: side === 'proxy' ? await this.uploads.views(Object.values(papersOf(row)).flat()) : [],
      link: side === 'proxy' && state === 'requested' ? this.#link(row) : null,
      createdAt: row.createdAt,
      signedAt: row.signedAt,
      endedAt: row.endedAt,
    };
  }

  /** `principal`: who would sign; null while nobody has scanned, and then nobody is named whole. */
  request(row: ProxyGrant, proxy: KnownPerson, principal: KnownPerson | null): GrantRequestView {
    const state = this.state(row);
    const masked = ({ data: { name, idNo } }: KnownPerson) => ({ name: maskName(name), idNo: maskIdNumber(idNo) });
    return {
      id: row.id,
      state,
      said: saidOf(state, 'principal', row.until),
      proxy: principal === null ? masked(proxy) : { name: proxy.data.name, idNo: maskIdNumber(proxy.data.idNo) },
      principal: principal === null ? null : masked(principal),
      relation: this.content.parties(row).relation,
      items: this.items(row),
      until: row.until,
      letter: this.letters.words(row, proxy, principal),
      expiresAt: row.linkExpiresAt ?? row.createdAt,
    };
  }

  #link(row: ProxyGrant): GrantView['link'] {
    const code = this.content.link(row);
    return code === null || row.linkExpiresAt === null ? null : { code, expiresAt: row.linkExpiresAt };
  }
}
