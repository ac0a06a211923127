import { Injectable } from '@nestjs/common';
import type { Answers, Settlement } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import type { RegionFile } from '../catalogue/catalogue-file.js';
import { CalendarsService } from '../calendar/calendars.service.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { holds } from '../catalogue/conditions.js';
import type { RegionItem } from '../catalogue/layering.js';
import { Clock, shanghaiDate } from '../clock.js';
import { GrantAuthority, type Authority } from '../grants/grant-authority.service.js';
import { PeopleService, type KnownPerson } from '../people/people.service.js';
import { PlatformFactsService } from '../people/platform-facts.service.js';
import { problem } from '../problems/problem.js';
import { crossCheck } from '../reading/cross-check.js';
import { ReadingsService } from '../reading/readings.service.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { UnitsService, type HandledUnit } from '../units/units.service.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { mayBeginEnrolment } from './beginning-enrolment.js';
import { CaseContent } from './case-content.js';
import { CaseMaterial } from './case-material.entity.js';
import { Case } from './case.entity.js';
import { check, type MaterialState } from './checks.js';
import { factsNeeded } from './facts-needed.js';
import { factsOf, type PersonFacts, type PlatformFacts } from './facts.js';
import { isIdNumber } from './identity-numbers.js';
import { allowanceOf } from './maternity-allowance.js';
import { OnceClaims } from './once/once-claims.js';
import { accountQuestions, correctsAccount } from './payee.js';
import { readingsOf } from './readings.js';
import type { CheckResult } from '@yiban/shared-types/cases';
import type { ProblemDetail } from '@yiban/shared-types/problems';

/** psn_cert_type of an ID card. */
const idCard = '01';

/** A case with all that its rules look at. */
export interface CaseSubject {
  readonly row: Case;
  /** Of the catalogue, for the case: what `item` and `region` say. */
  readonly rulesVersion: number;
  readonly item: RegionItem;
  readonly region: RegionFile;
  readonly calendar: WorkCalendar;
  readonly form: Answers;
  readonly settlement: Settlement | null;
  readonly attached: readonly CaseMaterial[];
  readonly person: KnownPerson;
  readonly applicant: KnownPerson;
  /** The grant that a proxy files it under, null where people file for themselves. */
  readonly grant: Authority | null;
  /** The unit that it is for, null where it is for a person. */
  readonly unit: HandledUnit | null;
}

@Injectable()
export class CaseSubjects {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly calendars: CalendarsService,
    private readonly people: PeopleService,
    private readonly platformFacts: PlatformFactsService,
    private readonly receipts: ReceiptsService,
    private readonly once: OnceClaims,
    private readonly uploads: UploadsService,
    private readonly readings: ReadingsService,
    private readonly units: UnitsService,
    private readonly grants: GrantAuthority,
    private readonly content: CaseContent,
    private readonly clock: Clock,
  ) {}

  async load(reader: EntityManager, row: Case): Promise<CaseSubject> {
    const person = await this.people.known(row.personId, reader);
    const { version, item, region } = this.catalogue.rulesOf(row);
    return {
      row,
      rulesVersion: version,
      item,
      region,
      calendar: this.calendars.of(row.region),
      form: this.content.form(row),
      settlement: this.content.settlement(row),
      attached: await reader.find(CaseMaterial, { where: { caseId: row.id }, order: { material: 'ASC' } }),
      person,
      applicant: row.applicantId === row.personId ? person : await this.people.known(row.applicantId, reader),
      grant: await this.grants.ofCase(reader, row),
      unit: row.unitHandlerId === null ? null : await this.units.ofCase(reader, row.unitHandlerId),
    };
  }

  /** Live facts about the person, and about whom the form names besides; null while the platform is away. */
  async platform({ item, form, person, row }: CaseSubject): Promise<PlatformFacts | null> {
    const needed = factsNeeded(item);
    const { concerns } = item;
    // Who is insured nowhere yet is looked for where they begin. Whom no region of ours insures otherwise (an heir) is
    // unknown to its platform, which is not to say that it is away.
    const about =
      person.region === null && item.beginsEnrolment !== true
        ? uninsured(person)
        : await this.platformFacts.of({ ...person, region: person.region ?? row.region }, needed);
    if (about === null) return null;
    if (concerns === undefined || !holds(concerns.when, { form })) return { ...about, concerned: null };
    const name = form[concerns.name];
    const idNo = form[concerns.idNo];
    const concerned =
      typeof name === 'string' && typeof idNo === 'string' && isIdNumber(idNo)
        ? await this.platformFacts.of(
            { region: row.region, data: { idType: idCard, idNo: idNo.toUpperCase(), name, division: null } },
            needed,
          )
        : null;
    return { ...about, concerned };
  }

  /** The same for whoever files: nothing live of a principal, before an officer has checked that the proxy acts for them. */
  async platformForApplicant(subject: CaseSubject): Promise<PlatformFacts | null> {
    return subject.grant?.confirmed === false ? null : this.platform(subject);
  }

  /** The facts that a move upstream needs. Throws `platform-unavailable` where they cannot be had. */
  async platformForMove(subject: CaseSubject): Promise<PlatformFacts | null> {
    const platform = await this.platform(subject);
    const { upstream, issues, settlement } = subject.item;
    const live = /"(person|concerned|estimate)\./.test(JSON.stringify([upstream, settlement]));
    if (platform === null && (live || issues !== undefined)) throw problem('platform-unavailable');
    return platform;
  }

  facts(
    { row, item, region, form, settlement, attached, person, unit }: CaseSubject,
    platform: PlatformFacts | null,
  ): object {
    return factsOf({
      today: shanghaiDate(this.clock.now()),
      region,
      platform,
      name: person.data.name,
      phone: person.data.phone,
      form,
      item,
      settlement,
      unit,
      materials: Object.fromEntries(attached.map(({ material, alternative }) => [material, alternative])),
      proxy: row.applicantId !== row.personId,
    });
  }

  /** The pre-check of the case as it stands. */
  async check(reader: EntityManager, subject: CaseSubject, platform: PlatformFacts | null): Promise<CheckResult> {
    const facts = this.facts(subject, platform);
    const findings = check({
      item: subject.item,
      form: subject.form,
      materials: await this.#states(reader, subject.attached),
      facts,
      platformKnown: platform !== null,
      usedReceipts: await this.receipts.usedElsewhere(reader, subject.form, subject.row.id),
      today: shanghaiDate(this.clock.now()),
      unit: subject.unit,
      grant: subject.grant,
      // Only of a draft: who moves away after filing hands in what is missing where they filed.
      insuredElsewhere:
        subject.row.status === 'draft' &&
        subject.unit === null &&
        subject.person.region !== subject.row.region &&
        !mayBeginEnrolment(subject.person, subject.item),
    });
    const claimed = await this.once.faults(reader, subject, facts);
    const all = [...findings.errors, ...claimed];
    // After the decision only the account, and the papers that name it, are looked at again.
    const errors = correctsAccount(subject.row) ? all.filter((fault) => isOfAccount(fault, subject.item)) : all;
    return {
      ...findings,
      ready: errors.length === 0,
      immediate: findings.immediate && claimed.length === 0,
      errors,
      warnings: [...findings.warnings, ...(await this.crossChecks(reader, subject))],
      readings: readingsOf(subject.item, facts),
      estimate: allowanceOf(subject.item.allowanceEstimate, subject.region.maternityLeave, facts),
    };
  }

  /** What was typed against what was read from the photos so far. Of a unit's papers nobody is the patient. */
  async crossChecks(reader: EntityManager, subject: CaseSubject): Promise<readonly ProblemDetail[]> {
    if (subject.unit !== null) return [];
    const materials = new Map(
      subject.attached.flatMap(({ material, uploads }) => uploadIds(uploads).map((id) => [id, material] as const)),
    );
    const readings = await this.readings.ofUploads(reader, [...materials.keys()]);
    return crossCheck({ form: subject.form, readings, patient: patientOf(subject), materials });
  }

  async #states(reader: EntityManager, attached: readonly CaseMaterial[]): Promise<ReadonlyMap<string, MaterialState>> {
    const ids = attached.flatMap(({ uploads }) => uploadIds(uploads));
    const byId = await this.uploads.states(reader, ids);
    return new Map(
      attached.map(({ material, alternative, uploads, signature }) => [
        material,
        {
          alternative,
          signed: signature !== null,
          uploads: uploadIds(uploads).map((id) => ({
            received: byId.get(id)?.received === true,
            findings: byId.get(id)?.findings ?? [],
          })),
        },
      ]),
    );
  }
}

function isOfAccount({ pointer }: ProblemDetail, { materials }: RegionItem): boolean {
  const signed = materials.filter(({ anyOf }) =>
    anyOf.some(({ kind }) => kind === 'generated' || kind === 'commitment'),
  );
  return (
    accountQuestions.some((question) => pointer === `/form/${question}`) ||
    signed.some(({ id }) => pointer === `/materials/${id}`)
  );
}

function uninsured({ data }: KnownPerson): PersonFacts {
  return {
    record: {
      psnNo: '',
      idType: data.idType,
      idNo: data.idNo,
      name: data.name,
      gender: data.gender,
      birthday: data.birthday ?? '',
      ethnicity: '',
      enrolments: [],
      identities: [],
    },
    falseCommitment: false,
    registrations: [],
    chronicDiseases: [],
    sharedRecords: [],
    accountBalance: null,
    employer: null,
  };
}

/** Whom the papers are about: whom the form names besides, else the case's own person. */
function patientOf({ item, form, person }: CaseSubject): { readonly name: string; readonly idNo: string | null } {
  const { concerns } = item;
  if (concerns === undefined || !holds(concerns.when, { form })) return person.data;
  const [name, idNo] = [form[concerns.name], form[concerns.idNo]];
  return {
    name: typeof name === 'string' && name !== '' ? name : person.data.name,
    idNo: typeof idNo === 'string' && isIdNumber(idNo) ? idNo.toUpperCase() : null,
  };
}

/** The column's JSON list of upload ids. */
export function uploadIds(uploads: string): readonly string[] {
  const ids: unknown = JSON.parse(uploads);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
