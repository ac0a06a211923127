import { Injectable } from '@nestjs/common';
import type { Answers } from '@yiban/shared-types/cases';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import type { CitizenCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';
import { CaseAccess } from './case-access.service.js';
import { CaseContent } from './case-content.js';
import { CaseMaterial } from './case-material.entity.js';
import { Case } from './case.entity.js';
import { accountQuestions, correctsAccount } from './payee.js';

/** What every change to a case begins and ends with while the applicant works on it. */
@Injectable()
export class CaseEditing {
  constructor(
    private readonly access: CaseAccess,
    private readonly content: CaseContent,
    private readonly clock: Clock,
  ) {}

  /** One's own case, while it can be edited: a draft, or one under supplement. */
  async editable(caller: CitizenCaller, caseId: string): Promise<Case> {
    const row = await this.access.own(caller.personId, caseId, 'edit');
    if (row.status !== 'draft' && row.status !== 'supplement') throw problem('transition-not-allowed');
    return row;
  }

  /** Compare-and-set of the version, for a caller who may still do so. Throws `stale-case`, `grant-not-valid`. */
  async touch(
    tx: EntityManager,
    { personId }: CitizenCaller,
    row: Case,
    version: number,
    changes: Partial<Case>,
  ): Promise<void> {
    await this.access.hold(tx, personId, row);
    const updatedAt = this.clock.now().toISOString();
    const touched = await tx.update(
      Case,
      { id: row.id, version, status: row.status },
      { ...changes, version: version + 1, updatedAt },
    );
    if (touched.affected === 1) return;
    const current = await tx.findOneBy(Case, { id: row.id });
    throw problem('stale-case', { currentVersion: current?.version ?? row.version });
  }

  /** Keeps the answers as they now are. Throws `stale-case`, `body-too-large`, `account-alone`. */
  async answered(tx: EntityManager, caller: CitizenCaller, row: Case, version: number, form: Answers): Promise<void> {
    const sealedForm = this.content.sealForm(row.id, form);
    if (correctsAccount(row)) this.#requireAccountAlone(row, form);
    // A text column holds 64 KB.
    if (sealedForm.length > 60_000) throw problem('body-too-large');
    await this.touch(tx, caller, row, version, { sealedForm });
    // A signature stands under what was read: a paper whose content has changed is read and signed again.
    if (JSON.stringify(form) !== JSON.stringify(this.content.form(row)))
      await tx.delete(CaseMaterial, { caseId: row.id, signature: Not(IsNull()) });
  }
  /** A decision was made on the other answers. */
  #requireAccountAlone(row: Case, form: Answers): void {
    const others = (answers: Answers): string =>
      JSON.stringify(
        Object.entries(answers)
          .filter(([id]) => !accountQuestions.some((question) => question === id))
          .toSorted(([one], [other]) => (one < other ? -1 : 1)),
      );
    if (others(form) !== others(this.content.form(row))) throw problem('account-alone');
  }
}
