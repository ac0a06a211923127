import { Injectable } from '@nestjs/common';
import type { OfficerView } from '@yiban/shared-types/agency';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { officerRoles } from '../http/officer-roles.js';
import { problem } from '../problems/problem.js';
import { Officer } from './officer.entity.js';

const roles = z.array(z.enum(officerRoles));

export interface Colleague extends OfficerView {
  readonly badge: string;
  /** Not let in any more. */
  readonly blocked: boolean;
}

/** Officers as others need to know them: never by name towards citizens. */
@Injectable()
export class OfficersService {
  /** Number that citizens see instead of the name. */
  async badge(reader: EntityManager, id: string): Promise<string> {
    return (await reader.findOneByOrFail(Officer, { id })).badge;
  }

  /** Numbers of several officers, by id. */
  async badges(reader: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#some(reader, ids)).map(({ id, badge }) => [id, badge]));
  }

  /** Names of several officers, by id: for colleagues. */
  async names(reader: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#some(reader, ids)).map(({ id, name }) => [id, name]));
  }

  /** Everybody of an agency, by number. */
  async colleagues(reader: EntityManager, region: string): Promise<readonly Colleague[]> {
    const rows = await reader.find(Officer, { where: { region }, order: { badge: 'ASC' } });
    return rows.map((row) => ({ ...this.view(row), badge: row.badge, blocked: row.blockedAt !== null }));
  }

  /** One of them. Throws `officer-not-found`. */
  async colleague(reader: EntityManager, region: string, id: string): Promise<Colleague> {
    const officer = (await this.colleagues(reader, region)).find((one) => one.id === id);
    if (officer === undefined) throw problem('officer-not-found');
    return officer;
  }

  /** The number of the next officer. */
  async nextBadge(tx: EntityManager): Promise<string> {
    return String((await tx.count(Officer)) + 1).padStart(4, '0');
  }

  /** Keyed hash of the officer's own identity, null until it is given. */
  async idIndex(reader: EntityManager, id: string): Promise<string | null> {
    return (await reader.findOneByOrFail(Officer, { id })).idIndex;
  }

  view({ id, name, region, roles: list }: Officer): OfficerView {
    return { id, name, region, roles: roles.parse(JSON.parse(list)) };
  }

  async #some(reader: EntityManager, ids: readonly string[]): Promise<readonly Officer[]> {
    return ids.length === 0 ? [] : reader.findBy(Officer, { id: In([...ids]) });
  }
}
