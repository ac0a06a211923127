import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InboxService } from '../inbox/inbox.service.js';
import { PeopleService } from '../people/people.service.js';
import { knows } from './case-tables.js';
import { anyOf } from './rows.js';

/** People of whom nothing is left: who closed their account, or never had one, and whose last case has gone. */
@Injectable()
export class LeftPeople {
  constructor(
    private readonly people: PeopleService,
    private readonly inbox: InboxService,
  ) {}

  async forgetLeft(tx: EntityManager, ids: readonly string[]): Promise<void> {
    for (const id of new Set(ids)) {
      await this.people.hold(tx, id);
      if (await anyOf(tx, knows, [id])) continue;
      await this.inbox.clear(tx, id);
      await this.people.forget(tx, id);
    }
  }
}
