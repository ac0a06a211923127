import { Injectable } from '@nestjs/common';
import type { BusyProxyPage } from '@yiban/shared-types/grants';
import { Not } from 'typeorm';
import { Case } from '../case.entity.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Database } from '../../database/database.js';
import { GrantAuthority } from '../../grants/grant-authority.service.js';
import type { OfficerCaller } from '../../http/caller.js';
import { maskIdNumber, maskName } from '../../people/masking.js';
import { PeopleService } from '../../people/people.service.js';

/** People who act for more others than is usual: for supervisors to look into. */
@Injectable()
export class BusyProxies {
  constructor(
    private readonly database: Database,
    private readonly grants: GrantAuthority,
    private readonly people: PeopleService,
    private readonly audit: AuditTrail,
  ) {}

  /** Of the officer's region, by id. */
  async page(officer: OfficerCaller, cursor: string | undefined, limit: number): Promise<BusyProxyPage> {
    const found = await this.grants.busy(officer.region, cursor, limit + 1);
    const shown = found.slice(0, limit);
    await this.audit.recordOfficer(officer, { deed: 'proxies.read', detail: shown.map(({ proxyId }) => proxyId) });
    const items = await Promise.all(
      shown.map(async ({ proxyId, principals, since }) => {
        const person = await this.people.find(proxyId);
        const filed = { applicantId: proxyId, personId: Not(proxyId), status: Not('draft' as const) };
        return {
          id: proxyId,
          name: person === null ? '（已注销）' : maskName(person.data.name),
          idNo: person === null ? null : maskIdNumber(person.data.idNo),
          principals,
          cases: await this.database.read.countBy(Case, filed),
          since,
        };
      }),
    );
    return { items, nextCursor: found.length > limit ? (shown.at(-1)?.proxyId ?? null) : null };
  }
}
