import { Injectable } from '@nestjs/common';
import type { CasePage, CaseView } from '@yiban/shared-types/cases';
import { LessThan, Not, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { CitizenCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';
import { UnitsService } from '../units/units.service.js';
import { CaseAccess } from './case-access.service.js';
import { CaseDocuments } from './case-documents.js';
import { CaseSubjects } from './case-subject.js';
import { CaseViews } from './case-view.js';
import { Case } from './case.entity.js';

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
    private readonly clock: Clock,
  ) {}

  /** Cases about the person, filed by them, or of a unit that they handle, newest first; stable under inserts. */
  async page({ personId }: CitizenCaller, cursor: string | undefined, limit: number): Promise<CasePage> {
    const before = cursor === undefined ? {} : { id: LessThan(cursor) };
    const find = (where: FindOptionsWhere<Case>): Promise<Case[]> =>
      this.database.read.find(Case, { where: { ...where, ...before }, order: { id: 'DESC' }, take: limit + 1 });
    // Look-ups each along its own index, instead of one OR along none.
    const units = await this.units.seenBy(personId);
    const found = await Promise.all([
      find({ personId }),
      find({ applicantId: personId, personId: Not(personId) }),
      ...units.map((unit) => find({ ...unit, personId: Not(personId), status: Not('draft') })),
    ]);
    const rows = found.flat().toSorted((a, b) => (a.id < b.id ? 1 : -1));
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => this.views.summary(row, personId)),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async one({ personId }: CitizenCaller, caseId: string): Promise<CaseView> {
    return this.views.view(this.database.read, await this.access.seen(personId, caseId), personId);
  }

  /** The PDF of a document: issued, or, before the case is decided, as it would be now. Throws `document-not-found`. */
  async pdf({ personId }: CitizenCaller, caseId: string, document: string): Promise<Buffer> {
    const row = await this.access.seen(personId, caseId);
    const issued = await this.documents.ofCase(this.database.read, caseId);
    if (issued.some(({ id, kind }) => id === document || kind === document))
      return this.documents.pdf(caseId, document);
    const subject = await this.subjects.load(this.database.read, row);
    const facts = this.subjects.facts(subject, await this.subjects.platform(subject));
    const preview = await this.papers.preview(subject, facts, document, this.clock.now().toISOString());
    if (preview === undefined) throw problem('document-not-found');
    return preview;
  }
}
