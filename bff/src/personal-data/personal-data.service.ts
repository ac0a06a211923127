import { Injectable } from '@nestjs/common';
import type { InboxEntry } from '@yiban/shared-types/inbox';
import type { AccountClosing, PersonalData } from '@yiban/shared-types/personal-data';
import { AuditTrail } from '../audit/audit-trail.js';
import { PersonalCases } from '../cases/personal-cases.service.js';
import { Clock } from '../clock.js';
import { ConsentsService } from '../consents/consents.service.js';
import { Database } from '../database/database.js';
import type { CitizenCaller } from '../http/caller.js';
import { ProxyGrantsService } from '../grants/proxy-grants.service.js';
import { InboxService } from '../inbox/inbox.service.js';
import { PeopleService } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { SessionService } from '../session/session.service.js';
import { UnitsService } from '../units/units.service.js';
import { UploadsService } from '../uploads/uploads.service.js';

/** A person's own data, to take along (个人信息保护法 art. 45) or to have deleted (art. 47). */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly cases: PersonalCases,
    private readonly inbox: InboxService,
    private readonly uploads: UploadsService,
    private readonly sessions: SessionService,
    private readonly units: UnitsService,
    private readonly grants: ProxyGrantsService,
    private readonly consents: ConsentsService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async everything(caller: CitizenCaller): Promise<PersonalData> {
    const { personId } = caller;
    await this.#record(personId, 'me.export');
    const { data, region } = await this.people.known(personId);
    return {
      exportedAt: this.clock.now().toISOString(),
      person: { ...data, region },
      cases: await this.cases.all(personId),
      inbox: await this.#messages(personId),
      grants: await this.grants.all(personId),
      units: await this.units.mine(caller),
      consents: await this.consents.all(personId),
    };
  }

  /**
   * Closes the account: drafts, photos attached to nothing, sessions, messages, the tie to WeChat and the telephone
   * number go, grants end. Filed cases are the agency's records and stay. Throws `account-in-use` while one is being worked on.
   */
  async close({ personId }: CitizenCaller): Promise<AccountClosing> {
    await this.#record(personId, 'me.close');
    if (await this.cases.anyOpen(personId)) throw problem('account-in-use');
    const kept = await this.database.transaction(async (tx) => {
      await this.cases.throwAwayDrafts(tx, personId);
      await this.uploads.expireAll(tx, personId);
      await this.inbox.clear(tx, personId);
      await this.sessions.endAll(tx, personId);
      await this.units.leaveAll(tx, personId);
      await this.grants.endAll(tx, personId);
      await this.consents.withdrawAll(tx, personId);
      const filed = await this.cases.filed(tx, personId);
      await (filed.length === 0 ? this.people.forget(tx, personId) : this.people.forgetPhone(tx, personId));
      return filed;
    });
    // The files of what was thrown away go now, not with the next round.
    await this.uploads.discardExpired();
    return { closedAt: this.clock.now().toISOString(), keptCases: kept };
  }

  async #messages(personId: string): Promise<readonly InboxEntry[]> {
    const all: InboxEntry[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await this.inbox.page(personId, cursor, 100);
      all.push(...items);
      if (nextCursor === null) return all;
      cursor = nextCursor;
    }
  }

  async #record(personId: string, deed: string): Promise<void> {
    await this.audit.record({ chain: 'people', actor: 'person', actorId: personId, deed, personId });
  }
}
