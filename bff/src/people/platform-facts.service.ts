import { Inject, Injectable } from '@nestjs/common';
import { GatewayRefused, GatewayUnavailable } from '../gateways/gateway-errors.js';
import type { InsurancePlatform, InsuredPerson } from '../gateways/insurance-platform/insurance-platform.js';
import { activeEnrolment, type Employer, type PersonRecord } from '../gateways/insurance-platform/platform-records.js';
import { PLATFORM } from '../gateways/tokens.js';
import type { PersonFacts, RegistrationFact } from '../cases/facts.js';

/** kind of a referral among remote-care registrations (rloc_coty_type). */
const referral = '4';

/** Whom the platform is asked about; the division is looked up where only name and number are known. */
export interface NamedPerson {
  readonly region: string | null;
  readonly data: {
    readonly idType: string;
    readonly idNo: string;
    readonly name: string;
    readonly division: string | null;
  };
}

/** Live facts about a person from the insurance platform. */
@Injectable()
export class PlatformFactsService {
  constructor(@Inject(PLATFORM) private readonly platform: InsurancePlatform) {}

  /**
   * Null while the platform is away or does not know the person: rules about them then wait for an officer. Only what
   * `needed` names is asked; the rest is as if there were none.
   */
  async of(person: NamedPerson, needed: ReadonlySet<string>): Promise<PersonFacts | null> {
    const { region, data } = person;
    if (region === null) return null;
    try {
      const { idType, idNo, name } = data;
      const { value: record } = await this.platform.person(region, { by: 'id-number', idType, idNo, name });
      const division = (data.division ?? '') === '' ? divisionOf(record) : data.division;
      // Insured nowhere: there is nothing that the platform could have on them.
      if (division === undefined || division === null) return { record, ...nothing };
      const insured = { psnNo: record.psnNo, division };
      const when = async <T>(fact: string, ask: () => Promise<T>, none: T): Promise<T> =>
        needed.has(fact) ? ask() : none;
      const employed = record.enrolments.some(({ employer, status }) => employer !== null && status === 'active');
      const [falseCommitment, registrations, chronicDiseases, sharedRecords, accountBalance, employer] =
        await Promise.all([
          when('falseCommitment', async () => this.#hasFalseCommitment(region, insured), false),
          when('registrations', async () => this.registrations(region, insured), []),
          when('chronicDiseases', async () => this.#chronicDiseases(region, insured), []),
          needed.has('sharedRecords') || needed.has('deceased')
            ? this.platform.sharedRecords(region, insured).then(({ value }) => value)
            : [],
          when('accountBalance', async () => this.#balance(region, insured), null),
          employed && (needed.has('employerMonthlyWage') || needed.has('employerCode'))
            ? this.#employer(region, insured)
            : null,
        ]);
      return { record, falseCommitment, registrations, chronicDiseases, sharedRecords, accountBalance, employer };
    } catch (error) {
      if (error instanceof GatewayUnavailable || error instanceof GatewayRefused) return null;
      throw error;
    }
  }

  async #hasFalseCommitment(region: string, insured: InsuredPerson): Promise<boolean> {
    return (await this.platform.falseCommitments(region, insured)).value.length > 0;
  }

  async #chronicDiseases(region: string, insured: InsuredPerson): Promise<readonly string[]> {
    const { value } = await this.platform.chronicEntitlements(region, insured);
    return value.filter(({ inForce }) => inForce).map(({ diseaseCode }) => diseaseCode);
  }

  async #balance(region: string, insured: InsuredPerson): Promise<number | null> {
    const open = (await this.platform.accounts(region, insured)).value.filter(({ status }) => status === 'open');
    return open.length === 0 ? null : open.reduce((sum, { balance }) => sum + balance, 0);
  }

  /** The bureau may have no unit on record for someone who works: then there is none, which is no fault. */
  async #employer(region: string, insured: InsuredPerson): Promise<Employer | null> {
    try {
      return (await this.platform.employerOf(region, insured)).value;
    } catch (error) {
      if (error instanceof GatewayRefused) return null;
      throw error;
    }
  }

  /** Long-term registrations and referrals in force. */
  async registrations(region: string, person: InsuredPerson): Promise<readonly RegistrationFact[]> {
    const [longTerm, referrals] = await Promise.all([
      this.platform.remoteRegistrations(region, person),
      this.platform.referrals(region, person),
    ]);
    return [...longTerm.value, ...referrals.value.map((one) => ({ ...one, kind: referral }))]
      .filter(({ inForce }) => inForce)
      .map((one) => ({
        id: one.registrationNo,
        kind: one.kind,
        area: one.destination,
        begin: one.begins,
        end: one.ends,
      }));
  }
}

const nothing: Omit<PersonFacts, 'record'> = {
  falseCommitment: false,
  registrations: [],
  chronicDiseases: [],
  sharedRecords: [],
  accountBalance: null,
  employer: null,
};

/** 医保区划 of the enrolment that counts, or of the last one. */
export function divisionOf({ enrolments }: PersonRecord): string | undefined {
  return (activeEnrolment(enrolments) ?? enrolments[0])?.division;
}
