import { Inject, Injectable } from '@nestjs/common';
import type { EnrolmentsView, RegistrationsView } from '@yiban/shared-types/session';
import { Database } from '../database/database.js';
import { divisionOf, PlatformFactsService } from './platform-facts.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { GatewayRefused, GatewayUnavailable } from '../gateways/gateway-errors.js';
import type { InsurancePlatform } from '../gateways/insurance-platform/insurance-platform.js';
import type { Answered, PersonRecord } from '../gateways/insurance-platform/platform-records.js';
import { PLATFORM } from '../gateways/tokens.js';
import { problem } from '../problems/problem.js';
import { divisionName } from './division-names.js';
import { categoryNames, insuranceNames, platformName, registrationNames, statusNames } from './enrolment-words.js';
import { PeopleService, type KnownPerson } from './people.service.js';

export type NamedPerson = Pick<KnownPerson['data'], 'idType' | 'idNo' | 'name'>;

/** What the insurance platform says of a person now; nothing of it is kept. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly facts: PlatformFactsService,
    private readonly catalogue: CatalogueService,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  /** Throws `platform-unavailable`, `person-not-found`, or `unknown-region` for a place not served here. */
  async record({ data, region }: KnownPerson): Promise<Answered<PersonRecord>> {
    if (region === null) throw problem('unknown-region');
    return this.recordOf(region, data);
  }

  /** The same of somebody by name and number. */
  async recordOf(region: string, { idType, idNo, name }: NamedPerson): Promise<Answered<PersonRecord>> {
    try {
      return await this.platform.person(region, { by: 'id-number', idType, idNo, name });
    } catch (error) {
      if (error instanceof GatewayUnavailable) throw problem('platform-unavailable');
      if (error instanceof GatewayRefused) throw problem('person-not-found');
      throw error;
    }
  }

  /**
   * Somebody whom another names by name and number, as the platform knows them; they need never have used this
   * product. Throws as `recordOf` does.
   */
  async personOf(region: string, named: NamedPerson): Promise<KnownPerson> {
    const { value: record } = await this.recordOf(region, named);
    const { name, idNo, idType, gender, birthday, psnNo } = record;
    const division = divisionOf(record) ?? region;
    const about = { name, idNo, idType, gender, birthday, psnNo, nationality: '', division };
    // They may never have used this product: then they find what was done for them when they first do.
    return this.database.transaction((tx) => this.people.remember(tx, about, region));
  }

  async view(personId: string): Promise<EnrolmentsView> {
    const person = await this.people.known(personId);
    const { value, answeredAt } = await this.record(person);
    return {
      person: this.people.view(person),
      enrolments: value.enrolments.map((row) => ({
        insurance: row.insurance,
        insuranceName: insuranceNames[row.insurance],
        status: row.status,
        statusName: statusNames[row.status],
        personType: categoryNames[row.category],
        employer: row.employer,
        division: row.division,
        since: row.since,
      })),
      source: platformName,
      asOf: answeredAt,
    };
  }

  /** Remote-care registrations and referrals in force, each with the item that cancels it. */
  async registrations(personId: string): Promise<RegistrationsView> {
    const person = await this.people.known(personId);
    const { value: record, answeredAt } = await this.record(person);
    const insured = { psnNo: record.psnNo, division: person.data.division };
    const region = person.region ?? '';
    const registrations = await this.facts.registrations(region, insured).catch((error: unknown) => {
      throw error instanceof GatewayUnavailable || error instanceof GatewayRefused
        ? problem('platform-unavailable')
        : error;
    });
    return {
      registrations: registrations.map(({ id, kind, area, begin, end }) => ({
        id,
        kind,
        item: this.catalogue.itemOfRegistration(region, kind),
        kindName: registrationNames[kind] ?? '异地就医备案',
        destination: divisionName(area),
        begins: begin,
        ends: end,
      })),
      source: platformName,
      asOf: answeredAt,
    };
  }
}
