import { Inject, Injectable } from '@nestjs/common';
import { areaList } from '@vant/area-data';
import type { EnrolmentsView, RegistrationsView } from '@yiban/shared-types/session';
import { PlatformFactsService } from './platform-facts.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { GatewayRefused, GatewayUnavailable } from '../gateways/gateway-errors.js';
import type { InsurancePlatform } from '../gateways/insurance-platform/insurance-platform.js';
import type { Answered, PersonRecord } from '../gateways/insurance-platform/platform-records.js';
import { PLATFORM } from '../gateways/tokens.js';
import { problem } from '../problems/problem.js';
import { PeopleService, type KnownPerson } from './people.service.js';

const insuranceNames = {
  employee: '职工基本医疗保险',
  resident: '城乡居民基本医疗保险',
  maternity: '生育保险',
  other: '其他医疗保险',
} as const;
const statusNames = {
  active: '正常参保',
  paused: '暂停参保',
  ended: '已终止',
  invalid: '无效',
  none: '未参保',
  unknown: '状态待核实',
} as const;
const categoryNames = {
  working: '在职职工',
  flexible: '灵活就业人员',
  retired: '退休人员',
  child: '未成年人',
  student: '学生',
  adult: '成年居民',
  senior: '老年居民',
  other: '其他',
} as const;

/** rloc_coty_type → how people call it. */
const registrationNames: Readonly<Record<string, string>> = {
  '1': '异地安置退休人员',
  '2': '异地长期居住人员',
  '3': '常驻异地工作人员',
  '4': '异地转诊',
};
const platformName = '国家医保信息平台';

/** What the insurance platform says of a person now; nothing of it is kept. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly people: PeopleService,
    private readonly facts: PlatformFactsService,
    private readonly catalogue: CatalogueService,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  /** Throws `platform-unavailable`, `person-not-found`, or `unknown-region` for a place not served here. */
  async record({ data, region }: KnownPerson): Promise<Answered<PersonRecord>> {
    if (region === null) throw problem('unknown-region');
    try {
      return await this.platform.person(region, {
        by: 'id-number',
        idType: data.idType,
        idNo: data.idNo,
        name: data.name,
      });
    } catch (error) {
      if (error instanceof GatewayUnavailable) throw problem('platform-unavailable');
      if (error instanceof GatewayRefused) throw problem('person-not-found');
      throw error;
    }
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

/** 「安徽省 合肥市 蜀山区」; the code itself where the list does not have it. */
function divisionName(code: string): string {
  const lists: readonly Readonly<Record<string, string>>[] = [
    areaList.province_list,
    areaList.city_list,
    areaList.county_list,
  ];
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const names = codes.flatMap((one, level) => lists[level]?.[one] ?? []);
  return names.length === 0 ? code : [...new Set(names)].join(' ');
}
