import { Injectable } from '@nestjs/common';
import type { CasePage, CaseView } from '@yiban/shared-types/cases';
import type { RegistrationsView } from '@yiban/shared-types/session';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import { GrantAuthority } from '../grants/grant-authority.service.js';
import type { CitizenCaller } from '../http/caller.js';
import { EnrolmentsService } from '../people/enrolments.service.js';
import { problem } from '../problems/problem.js';
import { UnitsService } from '../units/units.service.js';
import { CaseAccess } from './case-access.service.js';
import { CaseDocuments } from './case-documents.js';
import { CaseSubjects } from './case-subject.js';
import { CaseViews, paperOwners } from './case-view.js';
import { listedCases } from './listed-cases.js';

/** Reading one's own cases. */
@Injectable()
export class CasesReader {
  constructor(
    private readonly database: Database,
    private readonly access: CaseAccess,
    private readonly subjects: CaseSubjects,
    private readonly views: CaseViews,
    private readonly papers: CaseDocuments,
    private readonly documents: DocumentsService,
    private readonly units: UnitsService,
    private readonly enrolments: EnrolmentsService,
    private readonly grants: GrantAuthority,
    private readonly clock: Clock,
  ) {}

  /** Cases about the person, filed by them, or of a unit that they handle, newest first; stable under inserts. */
  async page({ personId }: CitizenCaller, cursor: string | undefined, limit: number): Promise<CasePage> {
    const [units, cutOff] = await Promise.all([this.units.seenBy(personId), this.grants.cutOff(personId)]);
    const rows = await listedCases(this.database.read, { personId, cutOff, units }, cursor, limit + 1);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => this.views.summary(row, personId)),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      source: '医保易办的办件记录',
      asOf: this.clock.now().toISOString(),
    };
  }

  async one({ personId }: CitizenCaller, caseId: string): Promise<CaseView> {
    return this.views.view(this.database.read, await this.access.seen(personId, caseId), personId);
  }

  /** Remote-care registrations in force of whom the case is about: to change or cancel one. */
  async registrations(caller: CitizenCaller, caseId: string): Promise<RegistrationsView> {
    return this.enrolments.registrations(await this.access.aboutWhom(caller, caseId));
  }

  /** The PDF of a document: issued, or, before the case is decided, as it would be now. Throws `document-not-found`. */
  async pdf({ personId }: CitizenCaller, caseId: string, document: string): Promise<Buffer> {
    const row = await this.access.seen(personId, caseId);
    const issued = await this.documents.of(this.database.read, paperOwners(row));
    if (issued.some(({ id, kind }) => id === document || kind === document))
      return this.documents.pdf(paperOwners(row), document);
    const subject = await this.subjects.load(this.database.read, row);
    const facts = this.subjects.facts(subject, await this.subjects.platformForApplicant(subject));
    const preview = await this.papers.preview(subject, facts, document, this.clock.now().toISOString());
    if (preview === undefined) throw problem('document-not-found');
    return preview;
  }
}
