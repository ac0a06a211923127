import type { z } from 'zod';
import { GatewayRefused, GatewayUnavailable } from '../gateway-errors.js';
import type {
  Deed,
  DeedAnswer,
  InsurancePlatform,
  InsuredPerson,
  Period,
  PlatformOperator,
} from './insurance-platform.js';
import { PlatformLine, type Call } from './platform-line.js';
import type { Answered, PlatformIdentity } from './platform-records.js';
import { hasDivision, platformRegionSchema, type PlatformRegion, type PlatformRegionInput } from './platform-region.js';
import { platformDate, platformTime } from './platform-time.js';
import type { Operation } from './transactions.js';
import * as wire from './wire-records.js';

export interface InsurancePlatformConfig {
  readonly regions: readonly PlatformRegionInput[];
  readonly timeoutMs?: number;
  /** 0–9, different for each process of one institution: part of the message ids. */
  readonly instance?: () => number;
}

/** Queries are the product's own, whoever looks at the answer. */
const QUERY_OPERATOR = { type: '3', id: 'yiban', name: '医保易办' } as const;

export class HttpInsurancePlatform implements InsurancePlatform {
  readonly #regions: readonly PlatformRegion[];
  readonly #lines: ReadonlyMap<string, PlatformLine>;

  constructor({ regions, timeoutMs = 10_000, instance = () => 0 }: InsurancePlatformConfig) {
    this.#regions = regions.map((region) => platformRegionSchema.parse(region));
    this.#lines = new Map(
      this.#regions.map((region) => [region.code, new PlatformLine({ region, instance, timeoutMs })]),
    );
  }

  regionOf(division: string): string | undefined {
    return this.#regions.find((region) => hasDivision(region, division))?.code;
  }

  person(region: string, identity: PlatformIdentity) {
    const byCredential = identity.by === 'credential';
    const fields = {
      mdtrt_cert_type: byCredential ? '01' : '02',
      mdtrt_cert_no: byCredential ? identity.token : identity.idNo,
      card_sn: '',
      begntime: platformTime(new Date()),
      psn_cert_type: identity.idType,
      certno: identity.idNo,
      psn_name: identity.name,
    };
    return this.#ask(region, { operation: 'person', fields }, wire.personOutput);
  }

  accounts(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'accounts', wire.accountsOutput);
  }

  accountMovements(region: string, person: InsuredPerson, { from, to }: Period) {
    return this.#askAbout(region, person, 'account-movements', wire.accountMovementsOutput, {
      begndate: from,
      enddate: to,
    });
  }

  paymentYears(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'payment-years', wire.paymentYearsOutput);
  }

  remoteRegistrations(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'remote-registrations', wire.remoteRegistrationsOutput);
  }

  referrals(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'referrals', wire.referralsOutput, { begntime: platformDate(new Date()) });
  }

  maternityRegistrations(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'maternity-registrations', wire.maternityRegistrationsOutput);
  }

  chronicEntitlements(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'chronic-entitlements', wire.chronicEntitlementsOutput);
  }

  falseCommitments(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'false-commitments', wire.falseCommitmentsOutput);
  }

  transferLetters(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'transfer-letters', wire.transferLettersOutput);
  }

  certificateFacts(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'enrolment-certificate', wire.certificateOutput);
  }

  employer(region: string, creditCode: string) {
    return this.#ask(region, { operation: 'employer', fields: { uscc: creditCode } }, wire.employerOutput);
  }

  employerOf(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'employer-of', wire.employerOutput);
  }

  sharedRecords(region: string, person: InsuredPerson) {
    return this.#askAbout(region, person, 'shared-records', wire.sharedRecordsOutput);
  }

  codeTable(region: string, type: string) {
    const fields = { type, parentValue: '', admdvs: region, date: platformDate(new Date()), vali_flag: '1' };
    return this.#ask(region, { operation: 'code-table', fields }, wire.codeTableOutput);
  }

  async transact({ operation, region, key, person, fields, operator }: Deed): Promise<DeedAnswer> {
    const line = this.#line(region);
    const call: Call = {
      operation,
      fields: { ...fields, ...(person === undefined ? {} : { psn_no: person.psnNo }), [line.keyField]: key },
      ...(person === undefined ? {} : { division: person.division }),
      operator: platformOperator(operator),
    };
    try {
      const { output, messageId, requestId } = await line.call(call, wire.deedOutput);
      return { accepted: true, messageId, requestId, output };
    } catch (error) {
      if (error instanceof GatewayRefused) return { accepted: false, code: error.code, message: error.message };
      throw error;
    }
  }

  async outcome(of: { operation: Operation; region: string; key: string }): Promise<DeedAnswer | 'unknown'> {
    const line = this.#line(of.region);
    const fields = { infno: line.transaction(of.operation).infno, [line.keyField]: of.key };
    const { output } = await line.call({ operation: 'outcome', fields, operator: QUERY_OPERATOR }, wire.outcomeOutput);
    if (!output.result.found) return 'unknown';
    const first = wire.deedOutput.safeParse(output.first);
    if (!first.success) {
      throw new GatewayUnavailable({
        gateway: 'insurance-platform',
        delivery: 'unknown',
        reason: 'unreadable-answer',
        detail: 'outcome',
      });
    }
    return {
      accepted: true,
      messageId: output.result.inf_refmsgid,
      requestId: output.result.msgid,
      output: first.data,
    };
  }

  #askAbout<T extends z.ZodType>(
    region: string,
    person: InsuredPerson,
    operation: Operation,
    output: T,
    fields: Record<string, string> = {},
  ) {
    return this.#ask(
      region,
      { operation, fields: { psn_no: person.psnNo, ...fields }, division: person.division },
      output,
    );
  }

  async #ask<T extends z.ZodType>(
    region: string,
    call: Omit<Call, 'operator'>,
    output: T,
  ): Promise<Answered<z.output<T>>> {
    const answer = await this.#line(region).call({ ...call, operator: QUERY_OPERATOR }, output);
    return { value: answer.output, messageId: answer.messageId, answeredAt: new Date().toISOString() };
  }

  #line(region: string): PlatformLine {
    const line = this.#lines.get(region);
    if (line === undefined) throw new Error(`no insurance platform is configured for region ${region}`);
    return line;
  }
}

/** `opter` has 30 characters; a UUID has two hexadecimal digits more, and its last ones tell accounts apart. */
function platformOperator({ kind, id, name }: PlatformOperator): Call['operator'] {
  return { type: kind === 'officer' ? '1' : '3', id: id.replaceAll('-', '').slice(-30), name };
}
