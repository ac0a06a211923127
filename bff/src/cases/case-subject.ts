import { Injectable } from '@nestjs/common';
import type { Answers, Settlement } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import type { RegionFile } from '../catalogue/catalogue-file.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { RegionItem } from '../catalogue/layering.js';
import { Clock, shanghaiDate } from '../clock.js';
import { PeopleService, type KnownPerson } from '../people/people.service.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { CaseContent } from './case-content.js';
import { CaseMaterial } from './case-material.entity.js';
import { Case } from './case.entity.js';
import { check, type MaterialState } from './checks.js';
import { factsOf, type PlatformFacts } from './facts.js';
import type { CheckResult } from '@yiban/shared-types/cases';

/** A case with all that its rules look at. */
export interface CaseSubject {
  readonly row: Case;
  readonly item: RegionItem;
  readonly region: RegionFile;
  readonly form: Answers;
  readonly settlement: Settlement | null;
  readonly attached: readonly CaseMaterial[];
  readonly person: KnownPerson;
  readonly applicant: KnownPerson;
}

@Injectable()
export class CaseSubjects {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
    private readonly receipts: ReceiptsService,
    private readonly uploads: UploadsService,
    private readonly content: CaseContent,
    private readonly clock: Clock,
  ) {}

  async load(reader: EntityManager, row: Case): Promise<CaseSubject> {
    const person = await this.people.known(row.personId);
    return {
      row,
      item: this.catalogue.item(row.region, row.item),
      region: this.catalogue.region(row.region),
      form: this.content.form(row),
      settlement: this.content.settlement(row),
      attached: await reader.find(CaseMaterial, { where: { caseId: row.id }, order: { material: 'ASC' } }),
      person,
      applicant: row.applicantId === row.personId ? person : await this.people.known(row.applicantId),
    };
  }

  facts({ row, region, form, settlement, attached, person }: CaseSubject, platform: PlatformFacts | null): object {
    return factsOf({
      today: shanghaiDate(this.clock.now()),
      region,
      platform,
      name: person.data.name,
      phone: person.data.phone,
      form,
      settlement,
      materials: Object.fromEntries(attached.map(({ material, alternative }) => [material, alternative])),
      proxy: row.applicantId !== row.personId,
    });
  }

  /** The pre-check of the case as it stands. */
  async check(reader: EntityManager, subject: CaseSubject, platform: PlatformFacts | null): Promise<CheckResult> {
    return check({
      item: subject.item,
      form: subject.form,
      materials: await this.#states(reader, subject.attached),
      facts: this.facts(subject, platform),
      platformKnown: platform !== null,
      usedReceipts: await this.receipts.usedElsewhere(reader, subject.form, subject.row.id),
      today: shanghaiDate(this.clock.now()),
    });
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

/** The column's JSON list of upload ids. */
export function uploadIds(uploads: string): readonly string[] {
  const ids: unknown = JSON.parse(uploads);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
