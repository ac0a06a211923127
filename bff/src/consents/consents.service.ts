import { Injectable } from '@nestjs/common';
import type { ConsentKind, ConsentsView, ConsentView } from '@yiban/shared-types/consents';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Database, isDuplicate } from '../database/database.js';
import { problem } from '../problems/problem.js';
import { Consent } from './consent.entity.js';

/** Versions of the texts that people are or were shown (miniapp/src/privacy); a consent to another proves nothing. */
const versions: Readonly<Record<ConsentKind, readonly string[]>> = {
  'privacy-notice': ['1'],
  'sensitive-data': ['1'],
  'medical-data': ['1'],
  'bank-data': ['1'],
  'identity-papers': ['1'],
  'others-data': ['1'],
  'minor-data': ['1'],
};

interface Answer {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly given: boolean;
}

/** The record of who agreed to what and when, and of its withdrawal (个人信息保护法 art. 14–16, 29). */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async answer(personId: string, answer: Answer): Promise<ConsentsView> {
    const { kind, version, given } = answer;
    if (!versions[kind].includes(version)) {
      const message = '这份说明的版本不对，请重新打开小程序再看一遍。';
      throw problem('malformed-request', { errors: [{ pointer: '/version', code: 'unknown', message }] });
    }
    await (given ? this.#give(personId, kind, version) : this.#withdraw(personId, kind));
    return { consents: await this.all(personId) };
  }

  /** All there ever were, oldest first. */
  async all(personId: string): Promise<readonly ConsentView[]> {
    const rows = await this.database.read.find(Consent, {
      where: { personId },
      order: { givenAt: 'ASC', kind: 'ASC', ordinal: 'ASC' },
    });
    return rows.map(({ kind, version, givenAt, withdrawnAt }) => ({ kind, version, givenAt, withdrawnAt }));
  }

  /** Who closes their account agrees to nothing any more; that they once did stays on record. */
  async withdrawAll(tx: EntityManager, personId: string): Promise<void> {
    await tx.update(Consent, { personId, withdrawnAt: IsNull() }, { withdrawnAt: this.#now() });
  }

  async #give(personId: string, kind: ConsentKind, version: string): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        // One read decides all: of two that meet, the second finds its ordinal taken.
        const before = await tx.findBy(Consent, { personId, kind });
        if (before.some((one) => one.version === version && one.withdrawnAt === null)) return;
        // A consent to an earlier text is replaced by the one to this.
        await tx.update(Consent, { personId, kind, withdrawnAt: IsNull() }, { withdrawnAt: this.#now() });
        await tx.insert(Consent, {
          personId,
          kind,
          ordinal: before.length + 1,
          version,
          givenAt: this.#now(),
          withdrawnAt: null,
        });
      });
    } catch (error) {
      // Their other phone said so in this moment.
      if (!isDuplicate(error)) throw error;
    }
  }

  async #withdraw(personId: string, kind: ConsentKind): Promise<void> {
    await this.database.transaction((tx) =>
      tx.update(Consent, { personId, kind, withdrawnAt: IsNull() }, { withdrawnAt: this.#now() }),
    );
  }

  #now(): string {
    return this.clock.now().toISOString();
  }
}
