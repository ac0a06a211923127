import { Injectable } from '@nestjs/common';
import type { Answer, Answers, CaseView } from '@yiban/shared-types/cases';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { RegionItem } from '../catalogue/layering.js';
import { Clock } from '../clock.js';
import { Database, isDuplicate } from '../database/database.js';
import type { CitizenCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { newId } from '../ids.js';
import { PeopleService, type KnownPerson } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { CaseAccess } from './case-access.service.js';
import { CaseContent } from './case-content.js';
import { CaseMaterial } from './case-material.entity.js';
import { CaseViews } from './case-view.js';
import { Case } from './case.entity.js';

export interface OpenDraft {
  readonly item: string;
  readonly region: string;
  /** Discards a draft of the item that stands already. */
  readonly restart?: boolean;
  /** Answers that the way in brings along: `{ purpose: 'cancel', registration: '…' }`. */
  readonly form?: Answers;
}

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
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly uploads: UploadsService,
    private readonly content: CaseContent,
    private readonly views: CaseViews,
    private readonly clock: Clock,
  ) {}

  /** A new draft. Throws `draft-exists` (with its id) where one stands, `wrong-region`, `item-not-filed`. */
  async open(caller: CitizenCaller, key: string, draft: OpenDraft): Promise<CaseView> {
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: 'open', body: draft },
      async () => {
        const person = await this.people.known(caller.personId);
        const item = this.catalogue.item(draft.region, draft.item);
        if (item.mode === 'proactive' || item.questions.length === 0) throw problem('item-not-filed');
        if (person.region !== draft.region) throw problem('wrong-region');
        return (tx) => this.#insert(tx, person, item, draft);
      },
      (id) => this.#answer(id),
    );
  }

  /** Saves answers, complete or not; a null takes one back. Answers not named stay. */
  async save(caller: CitizenCaller, caseId: string, version: number, answers: Answers): Promise<CaseView> {
    const row = await this.#editable(caller, caseId);
    const questions = new Set(this.catalogue.item(row.region, row.item).questions.map(({ id }) => id));
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
    const merged = Object.fromEntries(
      Object.entries({ ...before, ...answers }).filter(([, answer]) => answer !== null),
    );
    const sealedForm = this.content.sealForm(caseId, merged);
    // A text column holds 64 KB.
    if (sealedForm.length > 60_000) throw problem('body-too-large');
    await this.database.transaction(async (tx) => {
      await this.#touch(tx, row, version, { sealedForm });
      // A signature stands under what was read: a paper whose content has changed is read and signed again.
      if (JSON.stringify(merged) !== JSON.stringify(before))
        await tx.delete(CaseMaterial, { caseId, signature: Not(IsNull()) });
      const phone = answers['phone'];
      if (typeof phone === 'string' && row.applicantId === row.personId)
        await this.people.rememberPhone(tx, row.personId, phone);
    });
    return this.#answer(caseId);
  }

  /** Meets a requirement by one alternative: photos, or a signature under a paper that was filled in. */
  async attach(caller: CitizenCaller, caseId: string, material: string, attachment: Attachment): Promise<CaseView> {
    const row = await this.#editable(caller, caseId);
    const requirement = this.catalogue.item(row.region, row.item).materials.find(({ id }) => id === material);
    const alternative = requirement?.anyOf.find(({ id }) => id === attachment.alternative);
    if (alternative === undefined) throw problem('unknown-material');
    const files = [...attachment.uploads, ...(attachment.signature === undefined ? [] : [attachment.signature])];
    await this.database.transaction(async (tx) => {
      await this.#touch(tx, row, attachment.version, {});
      await this.uploads.attach(tx, caseId, caller.personId, files);
      await tx.delete(CaseMaterial, { caseId, material });
      await tx.insert(CaseMaterial, {
        caseId,
        material,
        alternative: alternative.id,
        uploads: JSON.stringify(attachment.uploads),
        signature: attachment.signature ?? null,
        updatedAt: this.clock.now().toISOString(),
      });
    });
    return this.#answer(caseId);
  }

  /** Takes a material back. */
  async detach(caller: CitizenCaller, caseId: string, material: string, version: number): Promise<CaseView> {
    const row = await this.#editable(caller, caseId);
    await this.database.transaction(async (tx) => {
      await this.#touch(tx, row, version, {});
      await tx.delete(CaseMaterial, { caseId, material });
    });
    return this.#answer(caseId);
  }

  /** Throws a draft away; a case that was submitted is withdrawn instead. */
  async discard(caller: CitizenCaller, caseId: string): Promise<void> {
    const row = await this.access.own(caller.personId, caseId);
    if (row.status !== 'draft') throw problem('transition-not-allowed');
    await this.database.transaction((tx) => discard(tx, caseId));
  }

  async #insert(
    tx: EntityManager,
    person: KnownPerson,
    item: RegionItem,
    { region, restart = false, form = {} }: OpenDraft,
  ): Promise<string> {
    const draftKey = `${person.id}:${item.id}`;
    const standing = await tx.findOneBy(Case, { draftKey });
    if (standing !== null && !restart) throw problem('draft-exists', { draftId: standing.id });
    if (standing !== null) await discard(tx, standing.id);
    const id = newId();
    const now = this.clock.now().toISOString();
    try {
      await tx.insert(Case, {
        id,
        number: null,
        region,
        item: item.id,
        status: 'draft',
        outcome: null,
        version: 1,
        personId: person.id,
        applicantId: person.id,
        grantId: null,
        sealedForm: this.content.sealForm(id, { ...prefilled(item, person), ...known(item, form) }),
        sealedNames: this.content.sealNames(id, { person: person.data.name, applicant: person.data.name }),
        draftKey,
        dueAt: null,
        dueProvisional: false,
        limitDays: null,
        stoppedDays: 0,
        stoppedOn: null,
        acceptedOn: null,
        supplementFrom: null,
        unmetRules: '[]',
        sealedSettlement: null,
        sealedReason: null,
        claimedBy: null,
        claimedAt: null,
        createdAt: now,
        updatedAt: now,
        submittedAt: null,
        closedAt: null,
      });
    } catch (error) {
      if (isDuplicate(error)) throw problem('draft-exists');
      throw error;
    }
    return id;
  }

  async #editable(caller: CitizenCaller, caseId: string): Promise<Case> {
    const row = await this.access.own(caller.personId, caseId);
    if (row.status !== 'draft' && row.status !== 'supplement') throw problem('transition-not-allowed');
    return row;
  }

  /** Compare-and-set of the version. */
  async #touch(tx: EntityManager, row: Case, version: number, changes: Partial<Case>): Promise<void> {
    const updatedAt = this.clock.now().toISOString();
    const touched = await tx.update(
      Case,
      { id: row.id, version, status: row.status },
      { ...changes, version: version + 1, updatedAt },
    );
    if (touched.affected !== 1) {
      const current = await tx.findOneBy(Case, { id: row.id });
      throw problem('stale-case', { currentVersion: current?.version ?? row.version });
    }
  }

  async #answer(id: string): Promise<CaseView> {
    return this.views.view(this.database.read, await this.database.read.findOneByOrFail(Case, { id }));
  }
}

async function discard(tx: EntityManager, caseId: string): Promise<void> {
  await tx.delete(CaseMaterial, { caseId });
  await tx.delete(Case, { id: caseId, status: 'draft' });
}

/** Defaults of the questions, and what is known of the person. */
function prefilled({ questions }: RegionItem, { data }: KnownPerson): Answers {
  const facts: Readonly<Record<string, string | null>> = {
    'person.name': data.name,
    'person.phone': data.phone,
    'person.idNo': data.idNo,
  };
  return Object.fromEntries(
    questions.flatMap(({ id, default: value, prefill }): [string, Answer][] => {
      const answer = (prefill === undefined ? undefined : facts[prefill]) ?? value;
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

function known({ questions }: RegionItem, form: Answers): Answers {
  const ids = new Set(questions.map(({ id }) => id));
  return Object.fromEntries(Object.entries(form).filter(([id]) => ids.has(id)));
}
