import { Inject, Injectable } from '@nestjs/common';
import type { SessionTokens } from '@yiban/shared-types/session';
import { Database } from '../database/database.js';
import type { CredentialGateway, DecodedCredential } from '../gateways/credential/credential-gateway.js';
import { GatewayRefused, GatewayUnavailable } from '../gateways/gateway-errors.js';
import type { InsurancePlatform } from '../gateways/insurance-platform/insurance-platform.js';
import { CREDENTIAL, PLATFORM } from '../gateways/tokens.js';
import type { SessionCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';
import { SessionService } from '../session/session.service.js';
import { PeopleService, type KnownPerson } from './people.service.js';

/** Scanning a 医保电子凭证: who it is, by the gateway; what is filed about them, by the platform. */
@Injectable()
export class CredentialService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly sessions: SessionService,
    @Inject(CREDENTIAL) private readonly gateway: CredentialGateway,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  async scan(caller: SessionCaller, qr: string): Promise<SessionTokens> {
    return this.sessions.bind(caller, (await this.identify(qr)).id);
  }

  /** Whose credential it is, without tying a session to them: somebody scans theirs on another's phone. */
  async identify(qr: string): Promise<KnownPerson> {
    const credential = await this.#decode(qr.trim());
    const region = this.platform.regionOf(credential.division) ?? null;
    const psnNo = region === null ? null : await this.#personNumber(region, credential);
    return this.database.transaction((tx) => this.people.remember(tx, { ...pick(credential), psnNo }, region));
  }

  async #decode(qr: string): Promise<DecodedCredential> {
    try {
      const credential = await this.gateway.decode(qr);
      if (credential.valid) return credential;
      throw problem(`credential-${credential.reason}`);
    } catch (error) {
      if (error instanceof GatewayUnavailable || error instanceof GatewayRefused)
        throw problem('credential-unavailable');
      throw error;
    }
  }

  /** The platform's number of the person; null while the platform is away or does not know them: it is asked again later. */
  async #personNumber(region: string, { token, idType, idNo, name }: DecodedCredential): Promise<string | null> {
    try {
      const { value } = await this.platform.person(region, { by: 'credential', token, idType, idNo, name });
      return value.psnNo;
    } catch (error) {
      if (error instanceof GatewayUnavailable || error instanceof GatewayRefused) return null;
      throw error;
    }
  }
}

function pick({ name, idNo, idType, gender, birthday, nationality, division }: DecodedCredential) {
  return { name, idNo, idType, gender, birthday, nationality, division };
}
