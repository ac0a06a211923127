import { Inject, Injectable } from '@nestjs/common';
import type { UploadView } from '@yiban/shared-types/cases';
import type { UnitView } from '@yiban/shared-types/units';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { isCreditCode } from '../cases/identity-numbers.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock } from '../clock.js';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import { Database, isDuplicate } from '../database/database.js';
import { GatewayRefused } from '../gateways/gateway-errors.js';
import type { InsurancePlatform } from '../gateways/insurance-platform/insurance-platform.js';
import type { Employer } from '../gateways/insurance-platform/platform-records.js';
import { PLATFORM } from '../gateways/tokens.js';
import type { CitizenCaller } from '../http/caller.js';
import { newId } from '../ids.js';
import { PeopleService } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { UnitHandler, type HandlerAuthority } from './unit-handler.entity.js';

const unitData = z.object({ name: z.string(), creditCode: z.string() });
export type UnitData = z.infer<typeof unitData>;

/** A unit as someone acts for it. */
export interface HandledUnit extends UnitData {
  /** Of the handler's row, not of the unit. */
  readonly id: string;
  readonly region: string;
  readonly unitIndex: string;
  readonly authority: HandlerAuthority;
  /** False while no officer has checked the letter. */
  readonly confirmed: boolean;
}

export interface AddUnit {
  readonly region: string;
  readonly creditCode: string;
  readonly name?: string;
  /** Photos of the authorization letter. */
  readonly letter: readonly string[];
}

/** Units (用人单位, 医药机构) and who acts for them. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly uploads: UploadsService,
    private readonly catalogue: CatalogueService,
    private readonly vault: Vault,
    private readonly clock: Clock,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  /**
   * Makes the caller a handler of the unit: at once where the platform names them, else on a letter that an officer
   * checks at the first acceptance. Doing it again gives what stands. Throws `unit-code-wrong`,
   * `unit-letter-required`, `unit-name-required`.
   */
  async add({ personId }: CitizenCaller, { region, creditCode, name, letter }: AddUnit): Promise<UnitView> {
    this.catalogue.region(region);
    if (!isCreditCode(creditCode)) throw problem('unit-code-wrong');
    const unitIndex = this.#index(creditCode);
    const standingKey = this.vault.index('unit-handler', `${personId}:${region}:${unitIndex}`);
    const standing = await this.database.read.findOneBy(UnitHandler, { standingKey });
    const [person, employer] = await Promise.all([this.people.known(personId), this.#employer(region, creditCode)]);
    const named = employer?.handler?.idNo.toUpperCase() === person.data.idNo.toUpperCase();
    if (standing !== null && (standing.status === 'confirmed' || (!named && letter.length === 0)))
      return this.#view(standing);
    const data = { name: employer?.name ?? name ?? '', creditCode };
    if (data.name === '') throw problem('unit-name-required');
    if (!named && letter.length === 0) throw problem('unit-letter-required');
    const now = this.clock.now().toISOString();
    const id = standing?.id ?? newId();
    const row: Omit<UnitHandler, 'createdAt'> = {
      id,
      personId,
      region,
      unitIndex,
      standingKey,
      sealedUnit: this.vault.seal(place(id), JSON.stringify(data)),
      authority: named ? 'platform' : 'letter',
      status: named ? 'confirmed' : 'pending',
      letter: JSON.stringify(letter),
      confirmedAt: named ? now : null,
      confirmedBy: null,
      endedAt: null,
    };
    await this.database.transaction(async (tx) => {
      // The letter belongs to the handler's row as photos belong to a case: it expires no more.
      await this.uploads.attach(tx, id, personId, letter);
      if (standing !== null) await tx.update(UnitHandler, { id }, row);
      else await this.#insert(tx, { ...row, createdAt: now });
    });
    return this.#view({ ...row, createdAt: standing?.createdAt ?? now });
  }

  async mine({ personId }: CitizenCaller): Promise<readonly UnitView[]> {
    const rows = await this.database.read.find(UnitHandler, {
      where: { personId, status: In(['pending', 'confirmed']) },
      order: { createdAt: 'ASC' },
    });
    return rows.map((row) => this.#view(row));
  }

  /** Stops acting for the unit: nothing more can be filed for it, its cases are no longer seen. */
  async leave({ personId }: CitizenCaller, id: string): Promise<void> {
    const ended = { status: 'ended' as const, standingKey: null, endedAt: this.clock.now().toISOString() };
    const left = await this.database.transaction((tx) =>
      tx.update(UnitHandler, { id, personId, status: In(['pending', 'confirmed']) }, ended),
    );
    if (left.affected !== 1) throw problem('unit-not-found');
  }

  /** The same for every unit, when the person closes their account. */
  async leaveAll(tx: EntityManager, personId: string): Promise<void> {
    const ended = { status: 'ended' as const, standingKey: null, endedAt: this.clock.now().toISOString() };
    await tx.update(UnitHandler, { personId, status: In(['pending', 'confirmed']) }, ended);
  }

  /** The unit that the person may file for. Throws `unit-not-found`. */
  async handled(reader: EntityManager, personId: string, id: string): Promise<HandledUnit> {
    const row = await reader.findOneBy(UnitHandler, { id, personId, status: In(['pending', 'confirmed']) });
    if (row === null) throw problem('unit-not-found');
    return this.#handled(row);
  }

  /** The same for a case that stands, whatever became of the handler since. */
  async ofCase(reader: EntityManager, id: string): Promise<HandledUnit | null> {
    const row = await reader.findOneBy(UnitHandler, { id });
    return row === null ? null : this.#handled(row);
  }

  /** Units of which the person is a checked handler: their cases are theirs to see. */
  async seenBy(personId: string): Promise<readonly { readonly unitIndex: string; readonly region: string }[]> {
    return this.database.read.find(UnitHandler, {
      select: { unitIndex: true, region: true },
      where: { personId, status: 'confirmed' },
    });
  }

  /** An officer who accepts a case on a letter has checked it (domain.md, rule 6). */
  async confirm(tx: EntityManager, id: string, officerId: string): Promise<void> {
    await tx.update(
      UnitHandler,
      { id, status: 'pending' },
      { status: 'confirmed', confirmedBy: officerId, confirmedAt: this.clock.now().toISOString() },
    );
  }

  /** An officer who declines a case on a letter that nobody has checked does not take the letter: it opens nothing more. */
  async refuse(tx: EntityManager, id: string, officerId: string): Promise<void> {
    await tx.update(
      UnitHandler,
      { id, status: 'pending' },
      { status: 'ended', standingKey: null, confirmedBy: officerId, endedAt: this.clock.now().toISOString() },
    );
  }

  /** Photos of the letter, for officers. */
  async letter(reader: EntityManager, id: string): Promise<readonly UploadView[]> {
    const row = await reader.findOneBy(UnitHandler, { id });
    return row === null ? [] : this.uploads.views(z.array(z.string()).parse(JSON.parse(row.letter)));
  }

  /** Null where the platform does not know the unit. Throws GatewayUnavailable. */
  async #employer(region: string, creditCode: string): Promise<Employer | null> {
    try {
      return (await this.platform.employer(region, creditCode)).value;
    } catch (error) {
      if (error instanceof GatewayRefused) return null;
      throw error;
    }
  }

  async #insert(tx: EntityManager, row: UnitHandler): Promise<void> {
    try {
      await tx.insert(UnitHandler, row);
    } catch (error) {
      // Twice at the same time: the other one stands.
      if (!isDuplicate(error)) throw error;
      throw problem('service-unavailable');
    }
  }

  #handled(row: UnitHandler): HandledUnit {
    const { id, region, unitIndex, authority, status } = row;
    return { id, region, unitIndex, authority, confirmed: status === 'confirmed', ...this.#data(row) };
  }

  #view(row: UnitHandler): UnitView {
    const { id, region, authority, status } = row;
    return { id, region, ...this.#data(row), authority, confirmed: status === 'confirmed' };
  }

  #data({ id, sealedUnit }: Pick<UnitHandler, 'id' | 'sealedUnit'>): UnitData {
    return openJson(this.vault, place(id), sealedUnit, unitData);
  }

  #index(creditCode: string): string {
    return this.vault.index('unit', creditCode);
  }
}

const place = (id: string): string => `unit_handlers:${id}:unit`;
