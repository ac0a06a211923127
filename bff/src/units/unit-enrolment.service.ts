import { Inject, Injectable } from '@nestjs/common';
import type { UnitEnrolmentView } from '@yiban/shared-types/live-records';
import { isCreditCode } from '../cases/identity-numbers.js';
import { GatewayRefused, GatewayUnavailable } from '../gateways/gateway-errors.js';
import type { InsurancePlatform } from '../gateways/insurance-platform/insurance-platform.js';
import type { Answered, Employer } from '../gateways/insurance-platform/platform-records.js';
import { PLATFORM } from '../gateways/tokens.js';
import type { CitizenCaller } from '../http/caller.js';
import { divisionName } from '../people/division-names.js';
import { platformName, statusNames } from '../people/enrolment-words.js';
import { PeopleService } from '../people/people.service.js';
import { problem } from '../problems/problem.js';

/** 参保单位参保信息查询, for the handler that the platform names and nobody else. */
@Injectable()
export class UnitEnrolmentService {
  constructor(
    private readonly people: PeopleService,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  /** Throws `unit-not-found` for a unit that is not there and for one of other handlers alike. */
  async view({ personId }: CitizenCaller, creditCode: string): Promise<UnitEnrolmentView> {
    const { data, region } = await this.people.known(personId);
    if (region === null || !isCreditCode(creditCode)) throw problem('unit-not-found');
    const { value, answeredAt } = await this.#employer(region, creditCode);
    if (value.handler?.idNo.toUpperCase() !== data.idNo.toUpperCase()) throw problem('unit-not-found');
    return {
      name: value.name,
      creditCode: value.creditCode,
      statusName: statusNames[value.status],
      place: divisionName(value.division),
      members: value.members,
      averageMonthlyWage: value.averageMonthlyWage,
      source: platformName,
      asOf: answeredAt,
    };
  }

  async #employer(region: string, creditCode: string): Promise<Answered<Employer>> {
    try {
      return await this.platform.employer(region, creditCode);
    } catch (error) {
      if (error instanceof GatewayUnavailable) throw problem('platform-unavailable');
      if (error instanceof GatewayRefused) throw problem('unit-not-found');
      throw error;
    }
  }
}
