import { Injectable } from '@nestjs/common';
import type { CaseGrant, GrantRelation, GrantState, OfficerGrant } from '@yiban/shared-types/grants';
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Database } from '../database/database.js';
import { InboxService } from '../inbox/inbox.service.js';
import { maskName } from '../people/masking.js';
import { PeopleService } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { GrantContent, itemsOf, papersOf } from './grant-content.js';
import { heldGrant } from './grant-rows.js';
import { isCutOff, isUsable, relationNames, saidOf } from './grant-state.js';
import { isForOthers, monthsLater } from './grant-terms.js';
import { GrantViews } from './grant-views.js';
import { ProxyGrant } from './proxy-grant.entity.js';

/** What a case tells of whom it is for and who files it. */
export interface FiledByProxy {
  readonly grantId: string | null;
  readonly personId: string;
  readonly applicantId: string;
  readonly region: string;
  readonly item: string;
  readonly status: string;
}

/** The grant of a case, as rules and messages look at it. */
export interface Authority {
  readonly id: string;
  readonly relation: GrantRelation;
  readonly relationName: string;
  readonly state: GrantState;
  /** The evidence is enough; else an officer has yet to check it. */
  readonly confirmed: boolean;
  /** The proxy is not to see the case any more. */
  readonly cutOff: boolean;
  readonly tellPrincipal: boolean;
}

/** What cases lean on: may this proxy act for that person, in this matter, now. */
@Injectable()
export class GrantAuthority {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly uploads: UploadsService,
    private readonly inbox: InboxService,
    private readonly content: GrantContent,
    private readonly views: GrantViews,
    private readonly clock: Clock,
  ) {}

  /**
   * Whom the proxy may file the item for under the grant. Throws `grant-not-found`, `grant-not-valid`,
   * `grant-out-of-scope`, `item-not-for-others`, `wrong-region`.
   */
  async toFile(
    proxyId: string,
    { grant, region, item }: { readonly grant: string; readonly region: string; readonly item: string },
  ): Promise<{ readonly id: string; readonly principalId: string; readonly confirmed: boolean }> {
    const row = await this.database.read.findOneBy(ProxyGrant, { id: grant, proxyId });
    if (row === null || row.principalId === null) throw problem('grant-not-found');
    this.#requireUsable(row);
    if (!isForOthers(this.catalogue.item(region, item))) throw problem('item-not-for-others');
    if (!covers(row, item)) throw problem('grant-out-of-scope');
    if (row.region !== region) throw problem('wrong-region');
    return { id: row.id, principalId: row.principalId, confirmed: row.confirmedAt !== null };
  }

  /**
   * The grant under which the proxy may go on with a case that stands: its own, or another from the same principal that
   * covers the item. One that has expired lets them finish what they filed in time. Throws `grant-not-valid`.
   */
  async toGoOn(reader: EntityManager, filed: FiledByProxy): Promise<string> {
    const { own, standing } = await this.#grants(reader, filed);
    if (standing !== null) return standing.id;
    if (own !== null && filed.status !== 'draft' && this.views.state(own) === 'expired') return own.id;
    throw own === null ? problem('grant-not-valid') : this.#notValid(own);
  }

  /** The same inside the transaction of the deed: a revocation either came first, or waits until the deed is done. */
  async hold(tx: EntityManager, filed: FiledByProxy): Promise<string> {
    if (filed.grantId !== null) await heldGrant(tx, filed.grantId);
    const id = await this.toGoOn(tx, filed);
    if (id === filed.grantId) return id;
    await heldGrant(tx, id);
    return this.toGoOn(tx, filed);
  }

  /** The proxy may look at a case that they filed. */
  async maySee(filed: FiledByProxy): Promise<boolean> {
    if (filed.status === 'draft') return true;
    const { own, standing } = await this.#grants(this.database.read, filed);
    return standing !== null || (own !== null && !isCutOff(this.views.state(own)));
  }

  /** Grants whose cases the proxy no longer sees: revoked or refused, and no other from the same principal stands. */
  async cutOff(proxyId: string): Promise<readonly string[]> {
    const ended = await this.database.read.find(ProxyGrant, {
      select: { id: true, principalId: true },
      where: { proxyId, status: 'ended', ending: In(['revoked', 'papers-refused']) },
    });
    if (ended.length === 0) return [];
    const standing = await this.database.read.find(ProxyGrant, {
      select: { principalId: true },
      where: { proxyId, ...this.#standing() },
    });
    const principals = new Set(standing.map(({ principalId }) => principalId));
    return ended.filter(({ principalId }) => !principals.has(principalId)).map(({ id }) => id);
  }

  /** Whom the agency tells what it has to say of a case: who filed it, and whom it is about where they want to know. */
  async toldOf(reader: EntityManager, row: FiledByProxy): Promise<ReadonlySet<string>> {
    const grant = await this.ofCase(reader, row);
    const filer = grant?.cutOff === true ? row.personId : row.applicantId;
    return new Set(grant?.tellPrincipal === true ? [filer, row.personId] : [filer]);
  }

  async ofCase(reader: EntityManager, { grantId }: Pick<FiledByProxy, 'grantId'>): Promise<Authority | null> {
    const row = grantId === null ? null : await reader.findOneBy(ProxyGrant, { id: grantId });
    if (row === null) return null;
    const state = this.views.state(row);
    const { relation } = this.content.parties(row);
    return {
      id: row.id,
      relation,
      relationName: relationNames[relation],
      state,
      confirmed: row.confirmedAt !== null,
      cutOff: isCutOff(state),
      tellPrincipal: row.tellPrincipal,
    };
  }

  /** What the case page says of it. */
  async shown(reader: EntityManager, filed: FiledByProxy): Promise<CaseGrant | null> {
    const { own, standing } = await this.#grants(reader, filed);
    const row = standing ?? own;
    if (row === null) return null;
    const state = this.views.state(row);
    const usable = standing !== null || (filed.status !== 'draft' && state === 'expired');
    const { relation } = this.content.parties(row);
    const said = state === 'active' ? null : saidOf(state, 'proxy', row.until);
    return { id: row.id, relation, state, usable, said };
  }

  /**
   * An officer accepts a case: the papers of its grant were checked. Throws `grant-unchecked` when the officer does not
   * say so, `grant-not-valid` when the papers were refused at another case.
   */
  async accept(tx: EntityManager, grantId: string, officerId: string, checked: boolean): Promise<void> {
    const row = await heldGrant(tx, grantId);
    if (row.confirmedAt !== null) return;
    if (row.ending === 'papers-refused') throw this.#notValid(row);
    if (!checked) throw problem('grant-unchecked');
    await tx.update(
      ProxyGrant,
      { id: grantId },
      { confirmedAt: this.clock.now().toISOString(), confirmedBy: officerId },
    );
  }

  /** An officer does not accept the papers: the grant ends. Throws `transition-not-allowed` where nothing is to be checked. */
  async refusePapers(tx: EntityManager, grantId: string, officerId: string, reason: string): Promise<void> {
    const row = await tx.findOneByOrFail(ProxyGrant, { id: grantId });
    const parties = this.content.parties(row);
    const ended = await tx.update(
      ProxyGrant,
      { id: grantId, status: 'standing', confirmedAt: IsNull() },
      {
        status: 'ended',
        ending: 'papers-refused',
        sealedParties: this.content.sealParties(grantId, { ...parties, reason }),
        confirmedBy: officerId,
        endedAt: this.clock.now().toISOString(),
      },
    );
    if (ended.affected !== 1) throw problem('transition-not-allowed');
    const whom = maskName(parties.principal ?? '');
    await this.inbox.tell(tx, {
      personId: row.proxyId,
      caseId: null,
      title: '代办的材料没有通过核对',
      body: `您替${whom}交的材料没有通过核对：${reason} 可以请本人在手机上签，或者重新拍清楚再交。`,
    });
  }

  /** What an officer sees, the proxy unmasked: the duty needs it. */
  async forOfficer(reader: EntityManager, grantId: string): Promise<OfficerGrant | null> {
    const row = await reader.findOneBy(ProxyGrant, { id: grantId });
    if (row === null) return null;
    const { name, idNo, phone } = (await this.people.known(row.proxyId, reader)).data;
    const photos = await Promise.all(
      (['letter', 'principalIdentity', 'proxyIdentity', 'kinship'] as const).map(async (paper) => ({
        paper,
        photos: await this.uploads.views(papersOf(row)[paper]),
      })),
    );
    return {
      id: row.id,
      proxy: { name, idNo, phone },
      relation: this.content.parties(row).relation,
      evidence: row.evidence,
      state: this.views.state(row),
      items: this.views.items(row),
      until: row.until,
      signedAt: row.signedAt,
      confirmed: row.confirmedAt !== null,
      papers: photos.filter((one) => one.photos.length > 0),
      hasLetter: row.evidence === 'signature',
      flags: await this.#flags(reader, row),
    };
  }

  /**
   * Proxies of the region who act for more people than its data call usual, by id. Minors whose guardianship was checked
   * do not count: a teacher has many children, and files for their own.
   */
  async busy(
    region: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly { readonly proxyId: string; readonly principals: number; readonly since: string }[]> {
    const here = this.database.read
      .createQueryBuilder(ProxyGrant, 'h')
      .select('h.proxyId')
      .where('h.region = :region', { region });
    const rows = await this.#counted(this.database.read)
      .addSelect('g.proxyId', 'proxyId')
      .addSelect('MIN(g.createdAt)', 'since')
      .andWhere(`g.proxyId IN (${here.getQuery()})`, { region })
      .andWhere('g.proxyId > :after', { after: after ?? '' })
      .groupBy('g.proxyId')
      .having('COUNT(DISTINCT g.principalId) > :most', { most: this.#usual(region) })
      .orderBy('g.proxyId', 'ASC')
      .limit(limit)
      .getRawMany<{ proxyId: string; principals: string | number; since: string }>();
    return rows.map(({ proxyId, principals, since }) => ({ proxyId, principals: Number(principals), since }));
  }

  async #flags(reader: EntityManager, { proxyId, region }: ProxyGrant): Promise<OfficerGrant['flags']> {
    const counted = await this.#counted(reader)
      .andWhere('g.proxyId = :proxyId', { proxyId })
      .getRawOne<{ principals: string | number }>();
    const principals = Number(counted?.principals ?? 0);
    if (principals <= this.#usual(region)) return [];
    return [
      {
        code: 'acts-for-many',
        message: `这位代办人一年内替 ${principals} 个人办事，请核对是否真是本人委托、有没有收费代办。`,
      },
    ];
  }

  /** People acted for within a year. */
  #counted(reader: EntityManager) {
    return reader
      .createQueryBuilder(ProxyGrant, 'g')
      .select('COUNT(DISTINCT g.principalId)', 'principals')
      .where('g.signedAt > :since', { since: `${monthsLater(this.#today(), -12)}T00:00:00.000Z` })
      .andWhere(`NOT (g.evidence = 'guardian' AND g.confirmedAt IS NOT NULL)`);
  }

  #usual(region: string): number {
    return this.catalogue.region(region).policies.proxyPrincipals;
  }

  async #grants(
    reader: EntityManager,
    { grantId, applicantId, personId, region, item }: FiledByProxy,
  ): Promise<{ readonly own: ProxyGrant | null; readonly standing: ProxyGrant | null }> {
    const own = grantId === null ? null : await reader.findOneBy(ProxyGrant, { id: grantId });
    if (own === null || isUsable(this.views.state(own))) return { own, standing: own };
    const others = await reader.find(ProxyGrant, {
      where: { proxyId: applicantId, principalId: personId, region, ...this.#standing() },
      order: { id: 'DESC' },
    });
    return { own, standing: others.find((row) => covers(row, item)) ?? null };
  }

  #standing() {
    return { status: 'standing' as const, until: MoreThanOrEqual(this.#today()) };
  }

  #requireUsable(row: ProxyGrant): void {
    if (!isUsable(this.views.state(row))) throw this.#notValid(row);
  }

  #notValid(row: ProxyGrant) {
    return problem('grant-not-valid', { detail: saidOf(this.views.state(row), 'proxy', row.until) });
  }

  #today(): string {
    return shanghaiDate(this.clock.now());
  }
}

function covers(row: ProxyGrant, item: string): boolean {
  return itemsOf(row)?.includes(item) ?? true;
}
