import { Injectable } from '@nestjs/common';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { Answers } from '@yiban/shared-types/cases';
import { OfficersService } from '../../agency/officers.service.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { Database } from '../../database/database.js';
import type { OfficerCaller } from '../../http/caller.js';
import { Idempotency } from '../../idempotency/idempotency.js';
import { newId } from '../../ids.js';
import { EnrolmentsService } from '../../people/enrolments.service.js';
import { PeopleService } from '../../people/people.service.js';
import { problem } from '../../problems/problem.js';
import { CaseContent } from '../case-content.js';
import { CaseSubjects } from '../case-subject.js';
import { CaseTransitions } from '../case-transitions.js';
import { Case } from '../case.entity.js';
import { limitDays } from '../deadlines.js';
import { newCase } from '../new-case.js';
import { OfficeAccess } from './office-access.js';
import { OfficeReader } from './office-reader.service.js';

export interface Grant {
  readonly item: string;
  readonly person: { readonly idType: string; readonly idNo: string; readonly name: string };
  /** Answers to the item's questions, given by the officer. */
  readonly form: Answers;
}

/** Proactive service (主动服务): an officer starts a case for a person, who is told and need do nothing. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly enrolments: EnrolmentsService,
    private readonly subjects: CaseSubjects,
    private readonly transitions: CaseTransitions,
    private readonly content: CaseContent,
    private readonly access: OfficeAccess,
    private readonly officers: OfficersService,
    private readonly reader: OfficeReader,
    private readonly clock: Clock,
  ) {}

  /**
   * The person is looked up at the platform and need never have used this product. Throws `item-not-started` for what
   * people apply for themselves, `person-not-found`, `case-incomplete` with all faults, `own-case`.
   */
  async start(officer: OfficerCaller, key: string, grant: Grant): Promise<OfficerCaseView> {
    return this.idempotency.run(
      { callerId: officer.officerId, key, deed: 'start', body: grant },
      async () => {
        const { region } = officer;
        const item = this.catalogue.item(region, grant.item);
        if (item.mode !== 'proactive' || item.questions.length === 0) throw problem('item-not-started');
        await this.access.looksUp(officer, this.people.idIndex(grant.person.idType, grant.person.idNo));
        const person = await this.enrolments.personOf(region, grant.person);
        const { name } = person.data;
        const now = this.clock.now();
        const id = newId();
        const row = newCase({
          id,
          region,
          item: item.id,
          personId: person.id,
          applicantId: person.id,
          sealedForm: this.content.sealForm(id, grant.form),
          sealedNames: this.content.sealNames(id, { person: name, applicant: name }),
          draftKey: null,
          createdAt: now.toISOString(),
        });
        await this.access.requireUninvolved(this.database.read, officer, row);
        const subject = await this.subjects.load(this.database.read, row);
        const platform = await this.subjects.platform(subject);
        const checked = await this.subjects.check(this.database.read, subject, platform);
        if (!checked.ready) throw problem('case-incomplete', { errors: checked.errors });
        const facts = this.subjects.facts(subject, platform);
        return async (tx) => {
          await tx.insert(Case, row);
          const badge = await this.officers.badge(tx, officer.officerId);
          await this.transitions.walk(tx, subject, {
            event: 'start',
            actor: { kind: 'officer', id: officer.officerId, onBehalfOf: null, shown: `经办人员 ${badge}` },
            as: officer.roles,
            facts,
            files: true,
            changes: {
              submittedAt: now.toISOString(),
              acceptedOn: shanghaiDate(now),
              limitDays: limitDays(item.timeLimit, item.statutoryLimit, facts, false),
              unmetRules: JSON.stringify(checked.warnings.map(({ code, message }) => ({ code, message }))),
            },
          });
          return id;
        };
      },
      (id) => this.reader.one(officer, id),
    );
  }
}
