import { Injectable } from '@nestjs/common';
import type { HeldCases } from '@yiban/shared-types/retention';
import { In } from 'typeorm';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { Clock } from '../../clock.js';
import { Vault } from '../../crypto/vault.js';
import { Database } from '../../database/database.js';
import type { OfficerCaller } from '../../http/caller.js';
import { Case } from '../case.entity.js';
import { CaseHold } from './case-hold.entity.js';
import { OfficeAccess } from './office-access.js';

/** A supervisor's word that a case is kept beyond its time; each stands in the audit trail. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly database: Database,
    private readonly access: OfficeAccess,
    private readonly catalogue: CatalogueService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Of the region, the last first. */
  async held({ region }: OfficerCaller): Promise<HeldCases> {
    const holds = await this.database.read.find(CaseHold, { where: { region }, order: { at: 'DESC' }, take: 500 });
    const cases = await this.database.read.findBy(Case, { id: In(holds.map(({ caseId }) => caseId)) });
    const byId = new Map(cases.map((row) => [row.id, row]));
    return {
      items: holds.flatMap(({ caseId, sealedReason, at }) => {
        const row = byId.get(caseId);
        if (row === undefined) return [];
        const reason = this.vault.open(place(caseId), sealedReason);
        const itemName = this.catalogue.rulesOf(row).item.name;
        return [{ caseId, number: row.number ?? '', itemName, reason, at }];
      }),
    };
  }

  /** Throws `case-not-found`. */
  async hold(officer: OfficerCaller, number: string, reason: string): Promise<HeldCases> {
    const { region, officerId } = officer;
    const found = await this.database.read.findOneBy(Case, { number: number.trim(), region });
    const { id: caseId } = await this.access.visible(this.database.read, officer, found?.id ?? number, 'case.hold');
    await this.database.transaction(async (tx) => {
      // Not the moment in which it is deleted: that holds the row, too.
      await tx.update(Case, { id: caseId }, { version: () => 'version' });
      await tx.delete(CaseHold, { caseId });
      const sealedReason = this.vault.seal(place(caseId), reason);
      const at = this.clock.now().toISOString();
      if (await tx.existsBy(Case, { id: caseId }))
        await tx.insert(CaseHold, { caseId, region, sealedReason, officerId, at });
    });
    return this.held(officer);
  }

  /** Throws `case-not-found`. */
  async letGo(officer: OfficerCaller, id: string): Promise<HeldCases> {
    const { id: caseId } = await this.access.visible(this.database.read, officer, id, 'case.let-go');
    await this.database.transaction((tx) => tx.delete(CaseHold, { caseId }));
    return this.held(officer);
  }
}

const place = (caseId: string): string => `case_holds:${caseId}:reason`;
