import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseAccess } from '../cases/case-access.service.js';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database, isDuplicate } from '../database/database.js';
import type { CitizenCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';
import { Rating } from './rating.entity.js';

/** 好差评 (国办发〔2019〕51号): five grades when a case closes, one per case. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly database: Database,
    private readonly access: CaseAccess,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async ofCase(reader: EntityManager, caseId: string): Promise<Rating | null> {
    return reader.findOneBy(Rating, { caseId });
  }

  async rate({ personId }: CitizenCaller, caseId: string, grade: number, comment: string | null): Promise<void> {
    const row = await this.access.own(personId, caseId, 'rate');
    if (row.status !== 'closed') throw problem('transition-not-allowed');
    const sealedComment = comment === null ? null : this.vault.seal(`ratings:${caseId}:comment`, comment);
    try {
      await this.database.transaction((tx) =>
        tx.insert(Rating, { caseId, grade, sealedComment, at: this.clock.now().toISOString() }),
      );
    } catch (error) {
      if (isDuplicate(error)) throw problem('already-rated');
      throw error;
    }
  }
}
