import { Injectable } from '@nestjs/common';
import type { CaseConversation, ConversationMessage } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { OfficersService } from '../../agency/officers.service.js';
import type { RegionItem } from '../../catalogue/layering.js';
import { CalendarsService } from '../../calendar/calendars.service.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { Vault } from '../../crypto/vault.js';
import { newId } from '../../ids.js';
import { problem } from '../../problems/problem.js';
import { UploadsService } from '../../uploads/uploads.service.js';
import type { Case } from '../case.entity.js';
import { workingDaysAfter } from '../deadlines.js';
import { CaseMessage } from './case-message.entity.js';

export interface Said {
  readonly text: string;
  readonly uploads: readonly string[];
}

const uploadList = z.array(z.string());

/** What is said between a person and the agency about one case; every word of the person has a promised answer. */
@Injectable()
export class Conversations {
  constructor(
    private readonly officers: OfficersService,
    private readonly uploads: UploadsService,
    private readonly vault: Vault,
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  async fromPerson(tx: EntityManager, row: Case, item: RegionItem, personId: string, said: Said): Promise<void> {
    await this.uploads.attach(tx, row.id, personId, said.uploads);
    const days = item.conversation?.answerWorkingDays ?? 0;
    const { date } = workingDaysAfter(shanghaiDate(this.clock.now()), days, this.calendars.of(row.region));
    await this.#add(tx, row.id, { from: 'person', authorId: personId, answerDue: date }, said);
  }

  async fromAgency(tx: EntityManager, row: Case, officerId: string, text: string): Promise<void> {
    await this.#add(tx, row.id, { from: 'agency', authorId: officerId, answerDue: null }, { text, uploads: [] });
  }

  /** Oldest first. */
  async of(reader: EntityManager, caseId: string): Promise<readonly ConversationMessage[]> {
    const rows = await reader.find(CaseMessage, { where: { caseId }, order: { id: 'ASC' } });
    const badges = await this.officers.badges(
      reader,
      rows.filter(({ from }) => from === 'agency').map(({ authorId }) => authorId),
    );
    return Promise.all(
      rows.map(async ({ id, from, authorId, sealedText, uploads, at, answerDue }) => ({
        id,
        from,
        author: from === 'person' ? '申请人' : `经办人员 ${badges.get(authorId) ?? ''}`,
        text: this.vault.open(place(id), sealedText),
        pictures: await this.uploads.views(uploadList.parse(JSON.parse(uploads))),
        at,
        answerDue,
      })),
    );
  }

  /** Null for an item without one. The story of the form is the first word: its answer is due as any. */
  async state(reader: EntityManager, row: Case, item: RegionItem): Promise<CaseConversation | null> {
    if (item.conversation === undefined || row.status === 'draft') return null;
    const said = await reader.find(CaseMessage, {
      select: { id: true, from: true, answerDue: true },
      where: { caseId: row.id },
      order: { id: 'ASC' },
    });
    const last = said.at(-1);
    const waiting = last === undefined || last.from === 'person';
    const since = last?.answerDue ?? null;
    return {
      messages: said.length,
      waitingForAgency: waiting,
      answerDue: waiting ? (since ?? this.#firstDue(row, item)) : null,
    };
  }

  /** Throws `answer-first` while the last word is the person's. */
  async requireAnswered(tx: EntityManager, { id, status }: Case, item: RegionItem): Promise<void> {
    if (item.conversation === undefined || status !== 'first-review') return;
    if ((await this.#last(tx, id))?.from !== 'agency') throw problem('answer-first');
  }

  #firstDue({ submittedAt, region }: Case, item: RegionItem): string | null {
    if (submittedAt === null) return null;
    const days = item.conversation?.answerWorkingDays ?? 0;
    return workingDaysAfter(shanghaiDate(new Date(submittedAt)), days, this.calendars.of(region)).date;
  }

  async #add(
    tx: EntityManager,
    caseId: string,
    about: Pick<CaseMessage, 'from' | 'authorId' | 'answerDue'>,
    { text, uploads }: Said,
  ): Promise<void> {
    const id = newId();
    await tx.insert(CaseMessage, {
      id,
      caseId,
      ...about,
      sealedText: this.vault.seal(place(id), text),
      uploads: JSON.stringify(uploads),
      at: this.clock.now().toISOString(),
    });
  }

  async #last(reader: EntityManager, caseId: string): Promise<CaseMessage | null> {
    const [last] = await reader.find(CaseMessage, { where: { caseId }, order: { id: 'DESC' }, take: 1 });
    return last ?? null;
  }
}

const place = (id: string): string => `case_messages:${id}:text`;
