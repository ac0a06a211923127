import { Injectable } from '@nestjs/common';
import type { Answer, Answers, CaseView } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { RegionItem } from '../catalogue/layering.js';
import { Clock } from '../clock.js';
import { Database, isDuplicate } from '../database/database.js';
import { GrantAuthority } from '../grants/grant-authority.service.js';
import type { CitizenCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { newId } from '../ids.js';
import { documentNoOf, originOf } from '../people/origin.js';
import type { PersonData } from '../people/person-data.js';
import { PeopleService, type KnownPerson } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { UnitsService, type HandledUnit } from '../units/units.service.js';
import { mayBeginEnrolment } from './beginning-enrolment.js';
import { CaseContent } from './case-content.js';
import { CaseViews } from './case-view.js';
import { Case } from './case.entity.js';
import { DraftsService } from './drafts.service.js';
import { newCase } from './new-case.js';

export interface OpenDraft {
  readonly item: string;
  readonly region: string;
  /** Discards a draft of the item that stands already. */
  readonly restart?: boolean;
  /** Answers that the way in brings along: `{ purpose: 'cancel', registration: '…' }`. */
  readonly form?: Answers;
  /** The unit, or the grant, that it is for; the caller themselves where it is left out. */
  readonly for?: { readonly unit?: string; readonly grant?: string };
}

/** Who files for whom; `grant` and `unit` are null for oneself. */
interface Parties {
  readonly applicant: KnownPerson;
  readonly person: KnownPerson;
  readonly grant: { readonly id: string; readonly confirmed: boolean } | null;
  readonly unit: HandledUnit | null;
}

/** Beginning a case: for oneself, for a unit, for a principal. */
@Injectable()
export class DraftOpening {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly grants: GrantAuthority,
    private readonly audit: AuditTrail,
    private readonly drafts: DraftsService,
    private readonly content: CaseContent,
    private readonly views: CaseViews,
    private readonly clock: Clock,
  ) {}

  /**
   * A new draft. Throws `draft-exists` (with its id) where one of the same caller for the same person stands,
   * `wrong-region`, `item-not-filed`, and for another what `GrantAuthority.toFile` throws.
   */
  async open(caller: CitizenCaller, key: string, draft: OpenDraft): Promise<CaseView> {
    const id = newId();
    return this.idempotency.run(
      { callerId: caller.personId, key, deed: 'open', body: draft, reference: id },
      async () => {
        const item = this.catalogue.item(draft.region, draft.item);
        if (item.mode === 'proactive' || item.questions.length === 0) throw problem('item-not-filed');
        const parties = await this.#parties(caller, item, draft);
        return (tx) => this.#insert(tx, id, parties, item, draft);
      },
      async (opened) =>
        this.views.view(
          this.database.read,
          await this.database.read.findOneByOrFail(Case, { id: opened }),
          caller.personId,
        ),
    );
  }

  /** Throws `unit-required`, `unit-not-found`, and `wrong-region` of whom it is for. */
  async #parties({ personId }: CitizenCaller, item: RegionItem, draft: OpenDraft): Promise<Parties> {
    const applicant = await this.people.known(personId);
    const self = { applicant, person: applicant, grant: null, unit: null };
    const { unit, grant } = draft.for ?? {};
    if (unit !== undefined) return { ...self, unit: await this.#unit(personId, item, draft.region, unit) };
    if (!item.applicants.includes('person')) throw problem('unit-required');
    if (grant !== undefined) return { ...self, ...(await this.#principal(personId, draft, grant)) };
    // Whom the form names besides may be insured here, and an heir elsewhere.
    const mayBeElsewhere = item.concerns?.elsewhere === true || mayBeginEnrolment(applicant, item);
    if (applicant.region !== draft.region && !mayBeElsewhere) throw problem('wrong-region');
    return self;
  }

  async #principal(
    proxyId: string,
    { region, item }: OpenDraft,
    asked: string,
  ): Promise<Pick<Parties, 'person' | 'grant'>> {
    const grant = await this.grants.toFile(proxyId, { grant: asked, region, item });
    const person = await this.people.known(grant.principalId);
    await this.audit.record({
      chain: 'people',
      actor: 'proxy',
      actorId: proxyId,
      onBehalfOf: person.id,
      deed: 'case.open',
      personId: person.id,
      detail: [grant.id],
    });
    return { person, grant };
  }

  async #unit(personId: string, item: RegionItem, region: string, id: string): Promise<HandledUnit> {
    const unit = await this.units.handled(this.database.read, personId, id);
    if (unit.region !== region || !item.applicants.some((kind) => kind === 'unit' || kind === 'institution'))
      throw problem('wrong-region');
    return unit;
  }

  async #insert(
    tx: EntityManager,
    id: string,
    { applicant, person, grant, unit }: Parties,
    item: RegionItem,
    { region, restart = false, form = {} }: OpenDraft,
  ): Promise<string> {
    const draftKey = [
      person.id,
      item.id,
      ...(unit === null ? [] : [unit.unitIndex.slice(0, 12)]),
      // The end of an id is its random part.
      ...(grant === null ? [] : [applicant.id.slice(-12)]),
    ].join(':');
    const filed = { personId: person.id, applicantId: applicant.id, grantId: grant?.id ?? null };
    if (grant !== null) await this.grants.hold(tx, { ...filed, region, item: item.id, status: 'draft' });
    const standing = await tx.findOneBy(Case, { draftKey });
    if (standing !== null && !restart) throw problem('draft-exists', { draftId: standing.id });
    if (standing !== null) await this.drafts.throwAway(tx, standing.id);
    try {
      await tx.insert(
        Case,
        newCase({
          id,
          region,
          item: item.id,
          ...filed,
          unitHandlerId: unit?.id ?? null,
          unitIndex: unit?.unitIndex ?? null,
          sealedForm: this.content.sealForm(id, {
            ...prefilled(item, knownOf(person, grant), unit),
            ...known(item, form),
          }),
          sealedNames: this.content.sealNames(id, {
            person: person.data.name,
            applicant: applicant.data.name,
            ...(unit === null ? {} : { unit: unit.name }),
          }),
          draftKey,
          createdAt: this.clock.now().toISOString(),
        }),
      );
    } catch (error) {
      if (isDuplicate(error)) throw problem('draft-exists');
      throw error;
    }
    return id;
  }
}

type Prefilled = Pick<PersonData, 'name' | 'idType' | 'idNo' | 'phone'>;

/** Of a principal whose papers nobody has checked yet, no more than the papers say. */
function knownOf({ data }: KnownPerson, grant: Parties['grant']): Prefilled {
  return grant?.confirmed === false ? { ...data, phone: null } : data;
}

/** Defaults of the questions, and what is known of the person. */
function prefilled({ questions }: RegionItem, data: Prefilled, unit: HandledUnit | null): Answers {
  const facts: Readonly<Record<string, string | null>> = {
    'person.name': data.name,
    'person.phone': data.phone,
    'person.idNo': data.idNo,
    'person.origin': originOf(data.idType),
    'person.documentNo': documentNoOf(data.idType, data.idNo),
    'unit.name': unit?.name ?? null,
    'unit.creditCode': unit?.creditCode ?? null,
  };
  return Object.fromEntries(
    questions.flatMap(({ id, default: value, prefill }): [string, Answer][] => {
      const answer = (prefill === undefined ? undefined : facts[prefill]) ?? value;
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

function known({ questions }: RegionItem, form: Answers): Answers {
  const kinds = new Map(questions.map(({ id, kind }) => [id, kind]));
  // What stands for a file is the server's to say.
  return Object.fromEntries(
    Object.entries(form).filter(
      ([id, answer]) => kinds.has(id) && (kinds.get(id) !== 'table' || Array.isArray(answer)),
    ),
  );
}
