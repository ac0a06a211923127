import { Injectable } from '@nestjs/common';
import type { CaseView, ConversationMessage } from '@yiban/shared-types/cases';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Database } from '../../database/database.js';
import type { CitizenCaller, OfficerCaller } from '../../http/caller.js';
import { Idempotency } from '../../idempotency/idempotency.js';
import { GrantAuthority } from '../../grants/grant-authority.service.js';
import { InboxService } from '../../inbox/inbox.service.js';
import { problem } from '../../problems/problem.js';
import { CaseAccess } from '../case-access.service.js';
import { CaseSubjects } from '../case-subject.js';
import { CaseTransitions } from '../case-transitions.js';
import { CaseViews } from '../case-view.js';
import { Case } from '../case.entity.js';
import { OfficeAccess } from '../office/office-access.js';
import { actorOf } from '../submissions.service.js';
import { finalStatuses, type CaseEvent } from '../transitions.js';
import { CaseFeedbacks, type Feedback } from './case-feedbacks.js';
import { Conversations, type Said } from './conversations.js';

interface Keyed {
  readonly key: string;
  readonly caseId: string;
}

/** What both sides do in the stages between submission and decision: messages, feedback, and calling it solved. */
@Injectable()
export class StagesService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly access: CaseAccess,
    private readonly office: OfficeAccess,
    private readonly subjects: CaseSubjects,
    private readonly transitions: CaseTransitions,
    private readonly catalogue: CatalogueService,
    private readonly feedbacks: CaseFeedbacks,
    private readonly conversations: Conversations,
    private readonly inbox: InboxService,
    private readonly grants: GrantAuthority,
    private readonly views: CaseViews,
  ) {}

  async messages({ personId }: CitizenCaller, caseId: string): Promise<readonly ConversationMessage[]> {
    return this.conversations.of(this.database.read, (await this.access.seen(personId, caseId)).id);
  }

  async officeMessages(officer: OfficerCaller, caseId: string): Promise<readonly ConversationMessage[]> {
    return this.conversations.of(
      this.database.read,
      (await this.office.visible(this.database.read, officer, caseId, 'messages.read')).id,
    );
  }

  async say(caller: CitizenCaller, { key, caseId }: Keyed, said: Said): Promise<readonly ConversationMessage[]> {
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: `say ${caseId}`, body: said },
      async () => {
        const row = await this.access.own(caller.personId, caseId, 'say');
        const item = this.#talked(row);
        return async (tx) => {
          await this.access.hold(tx, caller.personId, row);
          await this.conversations.fromPerson(tx, row, item, caller.personId, said);
          return caseId;
        };
      },
      async (id) => this.conversations.of(this.database.read, id),
    );
  }

  /** The agency's word; the person finds it in their inbox. */
  async answer(officer: OfficerCaller, { key, caseId }: Keyed, text: string): Promise<readonly ConversationMessage[]> {
    return this.idempotency.run(
      { callerId: officer.officerId, key, deed: `answer ${caseId}`, body: { text } },
      async () => {
        const row = await this.office.visible(this.database.read, officer, caseId, 'message.answer');
        await this.office.requireUninvolved(this.database.read, officer, row);
        const item = this.#talked(row);
        return async (tx) => {
          await this.conversations.fromAgency(tx, row, officer.officerId, text);
          for (const personId of await this.grants.toldOf(tx, row))
            await this.inbox.tell(tx, {
              personId,
              caseId,
              title: '医保部门回复您了',
              body: `「${item.name}」${row.number ?? ''}有了新的回复，点开办件就能看。问题解决了，请点「已经解决」。`,
            });
          return caseId;
        };
      },
      async (id) => this.conversations.of(this.database.read, id),
    );
  }

  /** The institution's word to the preliminary result. Throws `no-feedback-asked`. */
  async feedback(caller: CitizenCaller, keyed: Keyed, version: number, given: Feedback): Promise<CaseView> {
    return this.#walk(caller, keyed, version, 'feedback', given, given.agrees ? '对初审结果没有意见' : given.text);
  }

  /** The person says that the problem is solved: the case closes. */
  async solved(caller: CitizenCaller, keyed: Keyed, version: number): Promise<CaseView> {
    return this.#walk(caller, keyed, version, 'confirm-solved', null, '申请人确认问题已经解决');
  }

  #walk(
    caller: CitizenCaller,
    { key, caseId }: Keyed,
    version: number,
    event: CaseEvent,
    given: Feedback | null,
    reason: string,
  ): Promise<CaseView> {
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: `${event} ${caseId}`, body: { version, given } },
      async () => {
        const row = await this.access.own(caller.personId, caseId, event);
        if (row.version !== version) throw problem('stale-case', { currentVersion: row.version });
        if (event === 'confirm-solved') this.#talked(row);
        const subject = await this.subjects.load(this.database.read, row);
        const facts = this.subjects.facts(subject, await this.subjects.platformForMove(subject));
        return async (tx) => {
          if (given !== null) await this.feedbacks.give(tx, caseId, given);
          await this.transitions.walk(tx, subject, {
            event,
            actor: actorOf(subject, caller),
            as: ['applicant'],
            facts,
            reason,
          });
          return caseId;
        };
      },
      async (id) =>
        this.views.view(this.database.read, await this.database.read.findOneByOrFail(Case, { id }), caller.personId),
    );
  }

  /** The item of a case that is talked about. Throws `no-conversation` for others, and once it has ended. */
  #talked(row: Case): ReturnType<CatalogueService['item']> {
    const item = this.catalogue.rulesOf(row).item;
    if (item.conversation === undefined || row.status === 'draft' || finalStatuses.includes(row.status))
      throw problem('no-conversation');
    return item;
  }
}
