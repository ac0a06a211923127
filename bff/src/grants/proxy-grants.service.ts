import { Injectable } from '@nestjs/common';
import type { AskGrant, GrantPage, GrantTerms, GrantView } from '@yiban/shared-types/grants';
import { randomInt } from 'node:crypto';
import { In, LessThan, Not, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { CitizenCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { newId } from '../ids.js';
import { InboxService } from '../inbox/inbox.service.js';
import { EnrolmentsService } from '../people/enrolments.service.js';
import { maskName } from '../people/masking.js';
import { PeopleService, type KnownPerson } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { GrantContent } from './grant-content.js';
import { ownGrant } from './grant-rows.js';
import { faultsOf, isForOthers, monthsLater, papersNeeded } from './grant-terms.js';
import { GrantViews } from './grant-views.js';
import { ProxyGrant, type GrantEnding } from './proxy-grant.entity.js';

/** Long enough for a mother who looks at her phone at the weekend. */
const linkDays = 3;
/** psn_cert_type of an ID card. */
const idCard = '01';

/** Grants (委托) of a person, given and received: asked for, seen, ended. How they are signed: `GrantSigningService`. */
@Injectable()
export class ProxyGrantsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly enrolments: EnrolmentsService,
    private readonly uploads: UploadsService,
    private readonly documents: DocumentsService,
    private readonly inbox: InboxService,
    private readonly audit: AuditTrail,
    private readonly content: GrantContent,
    private readonly views: GrantViews,
    private readonly clock: Clock,
  ) {}

  /** What may be asked for, in the region, or in the caller's own. */
  async terms({ personId }: CitizenCaller, asked: string | undefined): Promise<GrantTerms> {
    const region = asked ?? this.#regionOf(await this.people.known(personId));
    const latest = this.#latest(region);
    const yearLater = monthsLater(this.#today(), 12);
    return {
      latest,
      proposed: yearLater < latest ? yearLater : latest,
      items: this.catalogue
        .items(region)
        .filter(isForOthers)
        .map(({ id, name }) => ({ id, name })),
    };
  }

  /**
   * The caller asks to act for somebody. Throws `grant-until`, `item-not-for-others`, and for what rests on papers
   * `grant-incomplete` with all faults, `person-not-found`, `platform-unavailable`, `grant-self`.
   */
  async ask(caller: CitizenCaller, key: string, asked: AskGrant): Promise<GrantView> {
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: 'grant', body: asked },
      async () => {
        await this.#record(caller, 'grant.ask');
        const proxy = await this.people.known(caller.personId);
        const region = asked.evidence === 'signature' ? this.#regionOf(proxy) : (asked.region ?? '');
        const faults = faultsOf(asked, this.#today());
        if (faults.length > 0) throw problem('grant-incomplete', { errors: faults });
        this.#requireTerms(region, asked);
        const principal = await this.#named(proxy, region, asked);
        return (tx) => this.#insert(tx, { proxy, principal, region }, asked);
      },
      (id) => this.one(caller, id),
    );
  }

  /** Given and received, newest first. */
  async page({ personId }: CitizenCaller, cursor: string | undefined, limit: number): Promise<GrantPage> {
    const before = cursor === undefined ? {} : { id: LessThan(cursor) };
    const found = await Promise.all(
      [{ proxyId: personId }, { principalId: personId }].map((side) =>
        this.database.read.find(ProxyGrant, { where: { ...side, ...before }, order: { id: 'DESC' }, take: limit + 1 }),
      ),
    );
    const rows = found.flat().toSorted((a, b) => (a.id < b.id ? 1 : -1));
    const shown = rows.slice(0, limit);
    return {
      items: await Promise.all(shown.map((row) => this.views.view(row, personId))),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /** All of them, oldest first: to be handed over. */
  async all(personId: string): Promise<readonly GrantView[]> {
    const rows = await this.database.read.find(ProxyGrant, {
      where: [{ proxyId: personId }, { principalId: personId }],
      order: { id: 'ASC' },
    });
    return Promise.all(rows.map((row) => this.views.view(row, personId)));
  }

  async one({ personId }: CitizenCaller, id: string): Promise<GrantView> {
    return this.views.view(await ownGrant(this.database.read, personId, id), personId);
  }

  /** The signed letter. Throws `document-not-found` where nobody has signed, or the papers are photos. */
  async letter({ personId }: CitizenCaller, id: string): Promise<Buffer> {
    const row = await ownGrant(this.database.read, personId, id);
    return this.documents.pdf([row.id], 'authorization-letter');
  }

  /** The principal chooses whether to be told besides the proxy. */
  async tell(caller: CitizenCaller, id: string, tellPrincipal: boolean): Promise<GrantView> {
    const row = await ownGrant(this.database.read, caller.personId, id);
    // Theirs to choose: to the proxy such a choice is not there.
    if (row.principalId !== caller.personId) throw problem('grant-not-found');
    await this.#record(caller, 'grant.tell', row);
    await this.database.transaction((tx) => tx.update(ProxyGrant, { id }, { tellPrincipal }));
    return this.one(caller, id);
  }

  /** The principal revokes, the proxy gives back, the asker takes a request back. Of one that has ended nothing changes. */
  async end(caller: CitizenCaller, id: string): Promise<void> {
    const row = await ownGrant(this.database.read, caller.personId, id);
    await this.#record(caller, 'grant.end', row);
    await this.database.transaction((tx) => this.#end(tx, row, caller.personId));
  }

  /** Of a person who closes their account. */
  async endAll(tx: EntityManager, personId: string): Promise<void> {
    const open = { status: Not('ended' as const) };
    const rows = await tx.findBy(ProxyGrant, [
      { proxyId: personId, ...open },
      { principalId: personId, ...open },
    ]);
    for (const row of rows) await this.#end(tx, row, personId);
  }

  async #end(tx: EntityManager, row: ProxyGrant, personId: string): Promise<void> {
    const ending: GrantEnding = row.principalId === personId ? 'revoked' : 'given-back';
    const ended = await tx.update(
      ProxyGrant,
      { id: row.id, status: In(['requested', 'standing']) },
      { status: 'ended', ending, endedAt: this.clock.now().toISOString(), linkIndex: null, sealedLink: null },
    );
    if (ended.affected !== 1) return;
    await this.documents.withdrawOf(tx, row.id);
    const { proxy, principal } = this.content.parties(row);
    if (row.principalId === null || principal === null) return;
    const [other, words] =
      ending === 'revoked'
        ? [row.proxyId, `${maskName(principal)}撤销了给您的委托。没提交的不能再办，已提交的由本人接着办。`]
        : [row.principalId, `${maskName(proxy)}不再替您办事。没提交的不再代办，已提交的您可以接着办。`];
    const title = ending === 'revoked' ? '委托已撤销' : '代办人不再代办';
    await this.inbox.tell(tx, { personId: other, caseId: null, title, body: words });
  }

  #requireTerms(region: string, { until, items }: AskGrant): void {
    if (until < this.#today() || until > this.#latest(region)) throw problem('grant-until');
    if (items === undefined || items === null) return;
    const open = new Set(
      this.catalogue
        .items(region)
        .filter(isForOthers)
        .map(({ id }) => id),
    );
    if (items.length === 0 || items.some((item) => !open.has(item))) throw problem('item-not-for-others');
  }

  /** Whom the papers name, as the platform knows them; null where the principal signs. */
  async #named(proxy: KnownPerson, region: string, { evidence, principal }: AskGrant): Promise<KnownPerson | null> {
    if (evidence === 'signature' || principal === undefined) return null;
    const named = { idType: idCard, idNo: principal.idNo.toUpperCase(), name: principal.name.trim() };
    if (named.idNo === proxy.data.idNo.toUpperCase()) throw problem('grant-self');
    return this.enrolments.personOf(region, named);
  }

  async #insert(
    tx: EntityManager,
    who: { readonly proxy: KnownPerson; readonly principal: KnownPerson | null; readonly region: string },
    { evidence, relation, items = null, until, papers = {} }: AskGrant,
  ): Promise<string> {
    const { proxy, principal, region } = who;
    const id = newId();
    const now = this.clock.now();
    const code = newCode();
    const kept = Object.fromEntries(papersNeeded[evidence].map((paper) => [paper, papers[paper] ?? []]));
    // The photos belong to the grant as others belong to a case: they expire no more.
    await this.uploads.attach(tx, id, proxy.id, Object.values(kept).flat());
    const parties = { proxy: proxy.data.name, principal: principal?.data.name ?? null, relation, reason: null };
    await tx.insert(ProxyGrant, {
      id,
      proxyId: proxy.id,
      principalId: principal?.id ?? null,
      region,
      evidence,
      items: items === null ? null : JSON.stringify([...new Set(items)]),
      until,
      status: principal === null ? 'requested' : 'standing',
      ending: null,
      sealedParties: this.content.sealParties(id, parties),
      linkIndex: principal === null ? this.content.linkIndex(code) : null,
      sealedLink: principal === null ? this.content.sealLink(id, code) : null,
      linkExpiresAt: principal === null ? new Date(now.getTime() + linkDays * 86_400_000).toISOString() : null,
      scannedId: null,
      scannedAt: null,
      papers: JSON.stringify(kept),
      tellPrincipal: true,
      createdAt: now.toISOString(),
      signedAt: principal === null ? null : now.toISOString(),
      confirmedAt: null,
      confirmedBy: null,
      endedAt: null,
    });
    if (principal !== null)
      await this.inbox.tell(tx, {
        personId: principal.id,
        caseId: null,
        title: '有人要替您办医保的事',
        body: `${maskName(proxy.data.name)}交了替您办事的材料，经办人员会核对。不是您的意思，请在「我的 → 委托与代办」里马上撤销。`,
      });
    return id;
  }

  /** Where the caller is insured; for one who is insured in no region of ours, the first of them. */
  #regionOf({ region }: KnownPerson): string {
    return region ?? this.catalogue.regions()[0]?.code ?? '';
  }

  #latest(region: string): string {
    return monthsLater(this.#today(), this.catalogue.region(region).policies.grantMonths);
  }

  #today(): string {
    return shanghaiDate(this.clock.now());
  }

  async #record({ personId }: CitizenCaller, deed: string, row?: ProxyGrant): Promise<void> {
    await this.audit.record({
      chain: 'people',
      actor: 'person',
      actorId: personId,
      deed,
      ...(row === undefined ? {} : { personId: row.principalId ?? row.proxyId, detail: [row.id] }),
    });
  }
}

/** Twelve characters without those that are mistaken for one another: 59 bits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
function newCode(): string {
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
