import { Injectable } from '@nestjs/common';
import type { GrantRequestView, GrantView, SignGrant } from '@yiban/shared-types/grants';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { CitizenCaller, SessionCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { InboxService } from '../inbox/inbox.service.js';
import { CredentialService } from '../people/credential.service.js';
import { maskName } from '../people/masking.js';
import { PeopleService, type KnownPerson } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { GrantContent, itemsOf } from './grant-content.js';
import { GrantLetters } from './grant-letters.js';
import { askedGrant, linkedGrant } from './grant-rows.js';
import { saidOf } from './grant-state.js';
import { isForOthers, monthsLater } from './grant-terms.js';
import { GrantViews } from './grant-views.js';
import { ProxyGrant } from './proxy-grant.entity.js';

/** How long a credential that was scanned on the proxy's phone counts. */
const scanMs = 10 * 60_000;

/** Signing a grant: on the principal's own phone by the link, or on the proxy's after a scan there. */
@Injectable()
export class GrantSigningService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly people: PeopleService,
    private readonly credentials: CredentialService,
    private readonly catalogue: CatalogueService,
    private readonly uploads: UploadsService,
    private readonly documents: DocumentsService,
    private readonly inbox: InboxService,
    private readonly audit: AuditTrail,
    private readonly content: GrantContent,
    private readonly letters: GrantLetters,
    private readonly views: GrantViews,
    private readonly clock: Clock,
  ) {}

  /** What the link shows. Throws `grant-not-found` for a code that is none, or of a request that was taken back. */
  async request({ personId }: SessionCaller, code: string): Promise<GrantRequestView> {
    const row = await linkedGrant(this.database.read, this.content.linkIndex(code));
    // Once signed it is between the two: who else has the link learns that it is used.
    if (row.status !== 'requested' && row.principalId !== personId) throw problem('grant-link-used');
    const reader = personId === null || personId === row.proxyId ? null : await this.people.known(personId);
    return this.views.request(row, await this.people.known(row.proxyId), reader);
  }

  /** The principal's credential, scanned on the proxy's phone: it counts for this grant alone, for ten minutes. */
  async scan({ personId }: CitizenCaller, id: string, qr: string): Promise<GrantRequestView> {
    const row = await askedGrant(this.database.read, personId, id);
    this.#requireOpen(row);
    const principal = await this.credentials.identify(qr);
    this.#requirePrincipal(row, principal);
    await this.#record(personId, 'grant.scan', row, principal.id);
    const scanned = { scannedId: principal.id, scannedAt: this.clock.now().toISOString() };
    const kept = await this.database.transaction((tx) => tx.update(ProxyGrant, { id, status: 'requested' }, scanned));
    if (kept.affected !== 1) throw problem('grant-link-used');
    return this.views.request(row, await this.people.known(personId), principal);
  }

  /**
   * The signature makes the letter, and the grant is in force. Throws `grant-link-used`, `grant-link-expired`,
   * `grant-scan-needed`, `grant-self`, `grant-signature`, `grant-until` and `item-not-for-others` where the
   * principal's region allows less.
   */
  async sign(caller: CitizenCaller, key: string, id: string, given: SignGrant): Promise<GrantView> {
    const { signature, code, tellPrincipal = true } = given;
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: `sign ${id}`, body: given },
      async () => {
        const row =
          code === undefined
            ? await askedGrant(this.database.read, caller.personId, id)
            : await linkedGrant(this.database.read, this.content.linkIndex(code), id);
        this.#requireOpen(row);
        const principal = await this.people.known(code === undefined ? this.#scanned(row) : caller.personId);
        const region = this.#requirePrincipal(row, principal);
        const proxy = await this.people.known(row.proxyId);
        const upload = await this.uploads.own(caller.personId, signature);
        if (upload.purpose !== 'signature') throw problem('grant-signature');
        await this.#record(caller.personId, 'grant.sign', row, principal.id);
        return async (tx) => {
          await this.uploads.attach(tx, id, caller.personId, [signature]);
          const at = this.clock.now().toISOString();
          const { relation } = this.content.parties(row);
          const changes = {
            principalId: principal.id,
            region,
            status: 'standing' as const,
            sealedParties: this.content.sealParties(id, {
              proxy: proxy.data.name,
              principal: principal.data.name,
              relation,
              reason: null,
            }),
            tellPrincipal,
            signedAt: at,
            confirmedAt: at,
          };
          // Of two who sign at the same time one does.
          const signed = await tx.update(ProxyGrant, { id, status: 'requested' }, changes);
          if (signed.affected !== 1) throw problem('grant-link-used');
          const standing = Object.assign(new ProxyGrant(), row, changes);
          await this.letters.issue(tx, standing, { proxy, principal }, { upload: signature, at });
          await this.#tellBoth(tx, standing, proxy, principal);
          return id;
        };
      },
      async () => {
        await this.documents.render(id);
        const row = await this.database.read.findOneByOrFail(ProxyGrant, { id });
        return this.views.view(row, caller.personId);
      },
    );
  }

  /** The one who was sent the link says no. Throws `grant-link-used`, `grant-self`. */
  async refuse(caller: CitizenCaller, key: string, id: string, code: string): Promise<void> {
    await this.idempotency.run(
      { callerId: caller.personId, key, deed: `refuse ${id}`, body: { code } },
      async () => {
        const row = await linkedGrant(this.database.read, this.content.linkIndex(code), id);
        this.#requireOpen(row);
        if (row.proxyId === caller.personId) throw problem('grant-self');
        await this.#record(caller.personId, 'grant.refuse', row, caller.personId);
        return async (tx) => {
          const endedAt = this.clock.now().toISOString();
          const ended = { status: 'ended' as const, ending: 'refused' as const, endedAt };
          const refused = await tx.update(ProxyGrant, { id, status: 'requested' }, ended);
          if (refused.affected !== 1) throw problem('grant-link-used');
          await this.inbox.tell(tx, {
            personId: row.proxyId,
            caseId: null,
            title: '对方没有同意委托',
            body: '您请对方签的委托，对方没有同意。还要办的话，请先和对方说好，再重新发起。',
          });
          return id;
        };
      },
      async () => ({}),
    );
  }

  async #tellBoth(tx: EntityManager, row: ProxyGrant, proxy: KnownPerson, principal: KnownPerson): Promise<void> {
    const [given, received] = [maskName(principal.data.name), maskName(proxy.data.name)];
    await this.inbox.tell(tx, {
      personId: proxy.id,
      caseId: null,
      title: '委托签好了',
      body: `${given}签了委托。${saidOf('active', 'proxy', row.until)}`,
    });
    await this.inbox.tell(tx, {
      personId: principal.id,
      caseId: null,
      title: '您签了一份委托',
      body: `您委托${received}替您办事。${saidOf('active', 'principal', row.until)}不是您签的，请在「我的 → 委托与代办」里马上撤销，并拨打 ${this.catalogue.region(row.region).phone}。`,
    });
  }

  #requireOpen(row: ProxyGrant): void {
    const state = this.views.state(row);
    if (state === 'lapsed') throw problem('grant-link-expired');
    if (state !== 'requested') throw problem('grant-link-used');
  }

  #scanned({ scannedId, scannedAt }: ProxyGrant): string {
    const since = new Date(this.clock.now().getTime() - scanMs).toISOString();
    if (scannedId === null || scannedAt === null || scannedAt < since) throw problem('grant-scan-needed');
    return scannedId;
  }

  /** Somebody else than the proxy, in a region of ours that allows what is asked; gives that region. */
  #requirePrincipal(row: ProxyGrant, { id, region }: KnownPerson): string {
    if (id === row.proxyId) throw problem('grant-self');
    if (region === null) throw problem('unknown-region');
    const today = shanghaiDate(this.clock.now());
    if (row.until < today || row.until > monthsLater(today, this.catalogue.region(region).policies.grantMonths))
      throw problem('grant-until');
    const items = itemsOf(row);
    const open = this.catalogue.items(region).filter(isForOthers);
    if (items !== null && !open.some((item) => items.includes(item.id))) throw problem('item-not-for-others');
    return region;
  }

  async #record(personId: string, deed: string, row: ProxyGrant, principalId: string): Promise<void> {
    await this.audit.record({
      chain: 'people',
      actor: 'person',
      actorId: personId,
      deed,
      personId: principalId,
      detail: [row.id],
    });
  }
}
