import { Injectable } from '@nestjs/common';
import type { Answers, CaseView } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import type { CitizenCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { PeopleService } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { TablesService } from '../tables/tables.service.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { CaseAccess } from './case-access.service.js';
import { CaseContent } from './case-content.js';
import { CaseEditing } from './case-editing.js';
import { uploadIds } from './case-subject.js';
import { CaseMaterial } from './case-material.entity.js';
import { CaseViews } from './case-view.js';
import { Case } from './case.entity.js';
import { correctsAccount } from './payee.js';

export interface Attachment {
  readonly version: number;
  readonly alternative: string;
  readonly uploads: readonly string[];
  readonly signature?: string;
}

/** Cases while the applicant works on them: drafts, and cases under supplement. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly access: CaseAccess,
    private readonly editing: CaseEditing,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly uploads: UploadsService,
    private readonly tables: TablesService,
    private readonly content: CaseContent,
    private readonly views: CaseViews,
    private readonly clock: Clock,
  ) {}

  /** Saves answers, complete or not; a null takes one back. Answers not named stay. */
  async save(caller: CitizenCaller, caseId: string, version: number, answers: Answers): Promise<CaseView> {
    const row = await this.editing.editable(caller, caseId);
    const asked = this.catalogue.rulesOf(row).item.questions;
    const questions = new Set(asked.map(({ id }) => id));
    const unknown = Object.keys(answers).filter((id) => !questions.has(id));
    if (unknown.length > 0) {
      throw problem('unknown-question', {
        errors: unknown.map((id) => ({
          pointer: `/form/${id}`,
          code: 'unknown-question',
          message: '申请表里没有这一项。',
        })),
      });
    }
    const before = this.content.form(row);
    const tables = new Set(asked.filter(({ kind }) => kind === 'table').map(({ id }) => id));
    // What stands for a file is the server's to say: it is changed by another file, by rows typed in its place, or by null.
    const given = Object.entries(answers).filter(
      ([id, answer]) => !tables.has(id) || answer === null || Array.isArray(answer),
    );
    const typed = given.map(([id]) => id).filter((id) => tables.has(id));
    const merged = Object.fromEntries(
      Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, answer]) => answer !== null),
    );
    await this.database.transaction(async (tx) => {
      await this.editing.answered(tx, caller, row, version, merged);
      for (const id of typed) await this.tables.drop(tx, caseId, id);
      const phone = answers['phone'];
      if (typeof phone === 'string' && row.applicantId === row.personId)
        await this.people.rememberPhone(tx, row.personId, phone);
    });
    return this.#answer(caller, caseId);
  }

  /** Meets a requirement by one alternative: photos, or a signature under a paper that was filled in. */
  async attach(caller: CitizenCaller, caseId: string, material: string, attachment: Attachment): Promise<CaseView> {
    const row = await this.editing.editable(caller, caseId);
    const requirement = this.catalogue.rulesOf(row).item.materials.find(({ id }) => id === material);
    const alternative = requirement?.anyOf.find(({ id }) => id === attachment.alternative);
    if (alternative === undefined) throw problem('unknown-material');
    // A paper with the new account is signed again; photos stay as they were decided on.
    if (correctsAccount(row) && (attachment.signature === undefined || attachment.uploads.length > 0))
      throw problem('account-alone');
    const files = [...attachment.uploads, ...(attachment.signature === undefined ? [] : [attachment.signature])];
    await this.database.transaction(async (tx) => {
      await this.editing.touch(tx, caller, row, attachment.version, {});
      await this.uploads.attach(tx, caseId, caller.personId, files);
      await this.#takeBack(tx, caseId, material, files);
      await tx.insert(CaseMaterial, {
        caseId,
        material,
        alternative: alternative.id,
        uploads: JSON.stringify(attachment.uploads),
        signature: attachment.signature ?? null,
        updatedAt: this.clock.now().toISOString(),
      });
    });
    return this.#answer(caller, caseId);
  }

  /** Takes a material back. */
  async detach(caller: CitizenCaller, caseId: string, material: string, version: number): Promise<CaseView> {
    const row = await this.editing.editable(caller, caseId);
    if (correctsAccount(row)) throw problem('account-alone');
    await this.database.transaction(async (tx) => {
      await this.editing.touch(tx, caller, row, version, {});
      await this.#takeBack(tx, caseId, material, []);
    });
    return this.#answer(caller, caseId);
  }

  /** Throws a draft away; a case that was submitted is withdrawn instead. */
  async discard(caller: CitizenCaller, caseId: string): Promise<void> {
    await this.access.draft(caller.personId, caseId);
    await this.database.transaction((tx) => this.throwAway(tx, caseId));
  }

  /** A draft, with everything that hangs on it. Its photos expire; keys under which it was written are forgotten. */
  async throwAway(tx: EntityManager, caseId: string): Promise<void> {
    await this.uploads.detachAll(tx, caseId);
    await tx.delete(CaseMaterial, { caseId });
    await this.tables.drop(tx, caseId);
    await this.idempotency.forget(tx, caseId);
    await tx.delete(Case, { id: caseId, status: 'draft' });
  }

  /** What stood there and is not needed any more belongs to no case: it expires. */
  async #takeBack(tx: EntityManager, caseId: string, material: string, kept: readonly string[]): Promise<void> {
    const before = await tx.findBy(CaseMaterial, { caseId });
    await tx.delete(CaseMaterial, { caseId, material });
    // A page may meet two requirements.
    const needed = new Set([...kept, ...before.filter((one) => one.material !== material).flatMap(filesOf)]);
    const replaced = before.filter((one) => one.material === material).flatMap(filesOf);
    await this.uploads.detach(
      tx,
      caseId,
      replaced.filter((id) => !needed.has(id)),
    );
  }

  async #answer(caller: CitizenCaller, id: string): Promise<CaseView> {
    return this.views.view(this.database.read, await this.database.read.findOneByOrFail(Case, { id }), caller.personId);
  }
}

function filesOf({ uploads, signature }: CaseMaterial): readonly string[] {
  return [...uploadIds(uploads), ...(signature === null ? [] : [signature])];
}
