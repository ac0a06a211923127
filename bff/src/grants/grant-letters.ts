import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { letterParagraphs } from '../documents/contents/authorization-letter.js';
import { documentNames } from '../documents/document-content.js';
import type { AuthorizationSnapshot } from '../documents/document-snapshot.js';
import { DocumentsService } from '../documents/documents.service.js';
import { maskIdNumber, maskName } from '../people/masking.js';
import type { KnownPerson } from '../people/people.service.js';
import { GrantContent, itemsOf } from './grant-content.js';
import { relationNames } from './grant-state.js';
import type { ProxyGrant } from './proxy-grant.entity.js';

/** 授权委托书: its words before it is signed, and the paper itself. */
@Injectable()
export class GrantLetters {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly documents: DocumentsService,
    private readonly content: GrantContent,
    private readonly clock: Clock,
  ) {}

  /** The paragraphs as `reader` may see them: whole to the one who is to sign, masked to whoever has the link alone. */
  words(row: ProxyGrant, proxy: KnownPerson, principal: KnownPerson | null): readonly string[] {
    const { name: unnamed, idNo: unnumbered } = { name: '（扫码后显示）', idNo: '（扫码后显示）' };
    const shown = ({ data: { name, idNo } }: KnownPerson) =>
      principal === null ? { name: maskName(name), idNo: maskIdNumber(idNo) } : { name, idNo };
    return letterParagraphs({
      ...this.#terms(row, principal?.region ?? row.region),
      principal: { ...(principal === null ? { name: unnamed, idNo: unnumbered } : shown(principal)), phone: null },
      proxy: { ...shown(proxy), phone: null, relation: this.#relation(row) },
    });
  }

  /** Issues the letter under the principal's handwriting. */
  async issue(
    tx: EntityManager,
    row: ProxyGrant,
    parties: { readonly proxy: KnownPerson; readonly principal: KnownPerson },
    signature: { readonly upload: string; readonly at: string },
  ): Promise<void> {
    const region = this.catalogue.region(row.region);
    const person = ({ data: { name, idNo, phone } }: KnownPerson) => ({ name, idNo, phone });
    await this.documents.issue(tx, {
      caseId: row.id,
      personId: parties.principal.id,
      kind: 'authorization-letter',
      name: documentNames['authorization-letter'],
      signatures: [signature.upload],
      snapshot: (verification, issuedAt) => ({
        kind: 'authorization-letter',
        facts: {
          ...this.#terms(row, row.region),
          issuedAt,
          regionName: region.name,
          verification,
          number: null,
          principal: person(parties.principal),
          proxy: { ...person(parties.proxy), relation: this.#relation(row) },
          signature: { image: null, signedAt: signature.at },
        },
      }),
    });
  }

  #terms(row: ProxyGrant, code: string): Pick<AuthorizationSnapshot, 'agency' | 'items' | 'from' | 'until'> {
    const { agency: called, address, hours, phone, complaintPhone } = this.catalogue.region(code);
    const ids = itemsOf(row);
    const offered = this.catalogue.items(code).filter(({ id }) => ids?.includes(id) === true);
    return {
      agency: { name: called, address, hours, phone, complaintPhone },
      items: ids === null ? null : offered.map(({ name }) => name),
      from: shanghaiDate(this.clock.now()),
      until: row.until,
    };
  }

  #relation(row: ProxyGrant): string {
    return `委托人是代理人的${relationNames[this.content.parties(row).relation]}`;
  }
}
