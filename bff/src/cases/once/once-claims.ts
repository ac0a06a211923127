import { Injectable } from '@nestjs/common';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import { In, Not, type EntityManager } from 'typeorm';
import { holds, valueOf } from '../../catalogue/conditions.js';
import { Vault } from '../../crypto/vault.js';
import { isDuplicate } from '../../database/database.js';
import { newId } from '../../ids.js';
import { problem } from '../../problems/problem.js';
import type { CaseSubject } from '../case-subject.js';
import { OnceClaim } from './once-claim.entity.js';

/** What is given once for one event (the allowance of one birth, the subsidy of one year), by whichever item it is asked. */
@Injectable()
export class OnceClaims {
  constructor(private readonly vault: Vault) {}

  /** A fault for each benefit that another live case of the person asks for or was given. */
  async faults(reader: EntityManager, subject: CaseSubject, facts: object): Promise<readonly ProblemDetail[]> {
    const asked = this.#asked(subject, facts);
    if (asked.length === 0) return [];
    const indices = asked.map(({ index }) => index);
    const taken = await reader.findBy(OnceClaim, { liveIndex: In(indices), caseId: Not(subject.row.id) });
    return asked
      .filter(({ index }) => taken.some(({ liveIndex }) => liveIndex === index))
      .map(({ id, pointer, message }) => ({ pointer, code: `${id}-claimed`, message }));
  }

  /** Those of the case are its no more, before it claims others. */
  async unclaim(tx: EntityManager, caseId: string): Promise<void> {
    await tx.delete(OnceClaim, { caseId });
  }

  /** Claims them for the case. Throws `benefit-claimed`. */
  async claim(tx: EntityManager, subject: CaseSubject, facts: object): Promise<void> {
    const caseId = subject.row.id;
    const rows = this.#asked(subject, facts).map(({ index }) => ({ id: newId(), caseId, liveIndex: index }));
    try {
      if (rows.length > 0) await tx.insert(OnceClaim, rows);
    } catch (error) {
      if (isDuplicate(error)) throw problem('benefit-claimed');
      throw error;
    }
  }

  /** Frees those of a case that ended without payment. */
  async release(tx: EntityManager, caseId: string): Promise<void> {
    await tx.update(OnceClaim, { caseId }, { liveIndex: null });
  }

  #asked({ item: { once = [] }, row }: CaseSubject, facts: object) {
    return once.flatMap(({ id, when, event, pointer, message }) => {
      const value = valueOf(event, facts);
      if (!holds(when, facts) || (typeof value !== 'string' && typeof value !== 'number')) return [];
      return [{ id, pointer, message, index: this.vault.index('once', `${id}:${row.personId}:${value}`) }];
    });
  }
}
