import { Injectable } from '@nestjs/common';
import type { OfficerLoginView } from '@yiban/shared-types/administration';
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';
import { OfficerSessionRow } from './officer-session.entity.js';

/** Where officers are logged in. */
@Injectable()
export class OfficerSessionsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws `session-expired` once the session was ended, here or elsewhere. */
  async requireLive({ sessionId }: OfficerCaller): Promise<void> {
    const live = await this.database.read.existsBy(OfficerSessionRow, { id: sessionId, endedAt: IsNull() });
    if (!live) throw problem('session-expired');
  }

  /** The officer's own, newest first. */
  async own({ officerId, sessionId }: OfficerCaller): Promise<readonly OfficerLoginView[]> {
    const now = this.clock.now().toISOString();
    const rows = await this.database.read.find(OfficerSessionRow, {
      where: { officerId, endedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { createdAt: 'DESC' },
    });
    return rows.map(({ id, createdAt, expiresAt }) => ({
      id,
      since: createdAt,
      until: expiresAt,
      own: id === sessionId,
    }));
  }

  /** Ends one of the officer's own sessions; one that is over, or another's, changes nothing. */
  async end(officer: OfficerCaller, id: string): Promise<void> {
    await this.audit.recordOfficer(officer, { deed: 'session.end' });
    await this.database.transaction((tx) =>
      tx.update(
        OfficerSessionRow,
        { id, officerId: officer.officerId, endedAt: IsNull() },
        { endedAt: this.clock.now().toISOString() },
      ),
    );
  }

  /** Ends every session of the officer, but the one that is kept. */
  async endAll(tx: EntityManager, officerId: string, kept?: string): Promise<void> {
    await tx.update(
      OfficerSessionRow,
      { officerId, endedAt: IsNull(), ...(kept === undefined ? {} : { id: Not(kept) }) },
      { endedAt: this.clock.now().toISOString() },
    );
  }
}
