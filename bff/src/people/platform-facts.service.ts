import { Inject, Injectable } from '@nestjs/common';
import { GatewayRefused, GatewayUnavailable } from '../gateways/gateway-errors.js';
import type { InsurancePlatform } from '../gateways/insurance-platform/insurance-platform.js';
import { PLATFORM } from '../gateways/tokens.js';
import type { KnownPerson } from './people.service.js';
import type { PlatformFacts, RegistrationFact } from '../cases/facts.js';

/** kind of a referral among remote-care registrations (rloc_coty_type). */
const referral = '4';

/** Live facts about a person from the insurance platform. */
@Injectable()
export class PlatformFactsService {
  constructor(@Inject(PLATFORM) private readonly platform: InsurancePlatform) {}

  /** Null while the platform is away or does not know the person: rules about them then wait for an officer. */
  async of({ data, region }: KnownPerson): Promise<PlatformFacts | null> {
    if (region === null) return null;
    try {
      const { value: record } = await this.platform.person(region, {
        by: 'id-number',
        idType: data.idType,
        idNo: data.idNo,
        name: data.name,
      });
      const insured = { psnNo: record.psnNo, division: data.division };
      const [falseCommitments, registrations, chronic] = await Promise.all([
        this.platform.falseCommitments(region, insured),
        this.registrations(region, insured),
        this.platform.chronicEntitlements(region, insured),
      ]);
      return {
        record,
        falseCommitment: falseCommitments.value.length > 0,
        registrations,
        chronicDiseases: chronic.value.filter(({ inForce }) => inForce).map(({ diseaseCode }) => diseaseCode),
      };
    } catch (error) {
      if (error instanceof GatewayUnavailable || error instanceof GatewayRefused) return null;
      throw error;
    }
  }

  /** Long-term registrations and referrals in force. */
  async registrations(
    region: string,
    person: { readonly psnNo: string; readonly division: string },
  ): Promise<readonly RegistrationFact[]> {
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
