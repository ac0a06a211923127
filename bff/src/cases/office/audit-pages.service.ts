import { Injectable } from '@nestjs/common';
import type { AuditPage } from '@yiban/shared-types/agency';
import { In } from 'typeorm';
import { OfficersService } from '../../agency/officers.service.js';
import { AuditReader, type AuditQuestion, type ReadEntry } from '../../audit/audit-reader.service.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { addDays, startOfDay } from '../../clock.js';
import { Database } from '../../database/database.js';
import type { OfficerCaller } from '../../http/caller.js';
import { problem } from '../../problems/problem.js';
import { Case } from '../case.entity.js';
import { deedInWords } from './audit-words.js';
import { OfficeAccess } from './office-access.js';

export interface AuditPageQuestion {
  readonly case?: string;
  readonly officer?: string;
  /** yyyy-MM-dd, both days included. */
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** The audit trail of a case or of an officer, for a supervisor of the region; reading it stands in it, too. */
@Injectable()
export class AuditPages {
  constructor(
    private readonly database: Database,
    private readonly access: OfficeAccess,
    private readonly officers: OfficersService,
    private readonly reader: AuditReader,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws `case-not-found`, `officer-not-found`; `malformed-request` unless it is about one of the two. */
  async page(supervisor: OfficerCaller, { from, to, cursor, limit, ...asked }: AuditPageQuestion): Promise<AuditPage> {
    const { items, nextCursor } = await this.reader.page({
      about: await this.#about(supervisor, asked),
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(from === undefined ? {} : { from: startOfDay(from) }),
      ...(to === undefined ? {} : { before: startOfDay(addDays(to, 1)) }),
    });
    return { items: await this.#inWords(supervisor, items), nextCursor };
  }

  async #about(
    supervisor: OfficerCaller,
    asked: Pick<AuditPageQuestion, 'case' | 'officer'>,
  ): Promise<AuditQuestion['about']> {
    if ((asked.case === undefined) === (asked.officer === undefined)) throw problem('malformed-request');
    if (asked.case !== undefined) {
      const { id } = await this.access.visible(this.database.read, supervisor, asked.case, 'audit.read');
      return { caseId: id };
    }
    const { id } = await this.officers.colleague(this.database.read, supervisor.region, asked.officer ?? '');
    await this.audit.recordOfficer(supervisor, { deed: 'audit.read', detail: [id] });
    return { actorId: id };
  }

  async #inWords({ region }: OfficerCaller, items: readonly ReadEntry[]): Promise<AuditPage['items']> {
    const ids = items.flatMap(({ entry }) => entry.caseId ?? []);
    const cases = ids.length === 0 ? [] : await this.database.read.findBy(Case, { id: In([...new Set(ids)]), region });
    const numbers = new Map(cases.map(({ id, number }) => [id, number]));
    const colleagues = await this.officers.colleagues(this.database.read, region);
    const names = new Map(colleagues.map(({ id, name, badge }) => [id, `${name}（${badge}）`]));
    return items.map(({ entry: { chain, ordinal, at, actorKind, actorId, deed, caseId, detail }, intact }) => ({
      id: `${chain}-${ordinal}`,
      at,
      who: actorKind === 'officer' ? (names.get(actorId ?? '') ?? '外地经办人员') : kinds[actorKind],
      did: deedInWords(deed, detail),
      caseNumber: numbers.get(caseId ?? '') ?? null,
      intact,
    }));
  }
}

/** Who they are is not said: the trail is about what was done. */
const kinds = { proxy: '代办人', person: '申请人', system: '系统' } as const;
