import { Injectable } from '@nestjs/common';
import type { PersonView } from '@yiban/shared-types/session';
import { In, type EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { newId } from '../ids.js';
import { problem } from '../problems/problem.js';
import { maskIdNumber, maskName, maskPhone } from './masking.js';
import { personData, type PersonData } from './person-data.js';
import { Person } from './person.entity.js';

export interface KnownPerson {
  readonly id: string;
  readonly region: string | null;
  readonly data: PersonData;
}

/** People by id or by what identifies them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly catalogue: CatalogueService,
  ) {}

  /**
   * The person, or throws `person-not-found`. Within a transaction `reader` is the transaction: when many who hold a
   * connection wait for a second one, nobody gets any.
   */
  async known(id: string, reader: EntityManager = this.database.read): Promise<KnownPerson> {
    const person = await this.find(id, reader);
    if (person === null) throw problem('person-not-found');
    return person;
  }

  /** Null for who closed their account. */
  async find(id: string, reader: EntityManager = this.database.read): Promise<KnownPerson | null> {
    const row = await reader.findOneBy(Person, { id });
    return row === null ? null : this.#open(row);
  }

  /** Finds the person by ID number or files them anew, with what the credential says now. */
  async remember(tx: EntityManager, data: Omit<PersonData, 'phone'>, region: string | null): Promise<KnownPerson> {
    const idIndex = this.idIndex(data.idType, data.idNo);
    const now = this.clock.now().toISOString();
    const row = await tx.findOneBy(Person, { idIndex });
    if (row === null) {
      const id = newId();
      const fresh: PersonData = { ...data, phone: null };
      await tx.insert(Person, {
        id,
        idIndex,
        region,
        sealedData: this.#seal(id, fresh),
        createdAt: now,
        updatedAt: now,
      });
      return { id, region, data: fresh };
    }
    const merged: PersonData = {
      ...data,
      psnNo: data.psnNo ?? this.#open(row).data.psnNo,
      phone: this.#open(row).data.phone,
    };
    await tx.update(Person, { id: row.id }, { region, sealedData: this.#seal(row.id, merged), updatedAt: now });
    return { id: row.id, region, data: merged };
  }

  /** Keeps the phone number for the next form. */
  async rememberPhone(tx: EntityManager, id: string, phone: string): Promise<void> {
    const row = await tx.findOneBy(Person, { id });
    const data = row === null ? null : this.#open(row).data;
    if (data === null || data.phone === phone) return;
    await tx.update(Person, { id }, { sealedData: this.#seal(id, { ...data, phone }) });
  }

  async forgetPhone(tx: EntityManager, id: string): Promise<void> {
    const row = await tx.findOneBy(Person, { id });
    if (row === null) return;
    await tx.update(Person, { id }, { sealedData: this.#seal(id, { ...this.#open(row).data, phone: null }) });
  }

  /** Somebody of whom no case stands. */
  async forget(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(Person, { id });
  }

  /** Whether one of the people has that identity. */
  async anyIs(reader: EntityManager, ids: readonly string[], idIndex: string): Promise<boolean> {
    return reader.existsBy(Person, { id: In([...ids]), idIndex });
  }

  /** Holds the person's row until the transaction ends, so that two deeds about them come one after the other. */
  async hold(tx: EntityManager, id: string): Promise<void> {
    await tx.update(Person, { id }, { updatedAt: () => 'updatedAt' });
  }

  /** Keyed hash of an identity: equal for the same document. */
  idIndex(idType: string, idNo: string): string {
    return this.vault.index('person', `${idType}:${idNo.toUpperCase()}`);
  }

  view({ data, region }: KnownPerson): PersonView {
    return {
      name: maskName(data.name),
      idNo: maskIdNumber(data.idNo),
      phone: data.phone === null ? null : maskPhone(data.phone),
      region,
      regionName: region === null ? null : this.catalogue.region(region).name,
      insured: data.division !== '',
    };
  }

  #open(row: Person): KnownPerson {
    const data = personData.parse(JSON.parse(this.vault.open(place(row.id), row.sealedData)));
    return { id: row.id, region: row.region, data };
  }

  #seal(id: string, data: PersonData): string {
    return this.vault.seal(place(id), JSON.stringify(data));
  }
}

const place = (id: string): string => `people:${id}:data`;
