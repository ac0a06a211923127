import { Injectable } from '@nestjs/common';
import type { PaperReading, ReadablePaper, UploadReading } from '@yiban/shared-types/reading';
import { In, LessThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { readableAs } from './read-paper.js';
import { Reading } from './reading.entity.js';
import { storedReading } from './stored-reading.js';

/** Longer than a photo may take (`ChildProcessReader`): after that whoever took it up is gone. */
const leaseMs = 90_000;
/** A photo that ends the reading process is not tried for ever. */
const mostAttempts = 3;

export interface TakenReading {
  readonly uploadId: string;
  readonly paper: ReadablePaper;
  readonly attempts: number;
}

/** What is to be read, and what was: kept sealed, one a photo. */
@Injectable()
export class ReadingsService {
  #announced: (uploadId: string) => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Has a received photo read, if its paper is one that can be, in the transaction in which it is received. */
  async ask(tx: EntityManager, uploadId: string, paper: string | null): Promise<void> {
    const kind = readableAs(paper);
    if (kind === null) return;
    const takenUntil = this.#now();
    await tx.insert(Reading, {
      uploadId,
      paper: kind,
      status: 'pending',
      sealedReading: null,
      attempts: 0,
      takenUntil,
    });
  }

  /** Told when that transaction is through, so that reading begins at once. */
  announce(uploadId: string): void {
    this.#announced(uploadId);
  }

  whenAnnounced(announced: (uploadId: string) => void): void {
    this.#announced = announced;
  }

  /** What there is of an upload. Who may see it is the caller's to know. */
  async of(uploadId: string): Promise<UploadReading> {
    const row = await this.database.read.findOneBy(Reading, { uploadId });
    if (row?.status === 'pending') return { status: 'pending' };
    const reading = row === null ? undefined : this.#opened(row);
    return reading === undefined ? { status: 'none' } : { status: 'done', reading };
  }

  /** The readings of uploads, for those that have one. */
  async ofUploads(reader: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, PaperReading>> {
    if (ids.length === 0) return new Map();
    const rows = await reader.findBy(Reading, { uploadId: In([...ids]), status: 'done' });
    return new Map(
      rows.flatMap((row) => {
        const reading = this.#opened(row);
        return reading === undefined ? [] : [[row.uploadId, reading] as const];
      }),
    );
  }

  /** Ids of uploads that wait, the longest waiting first. */
  async waiting(limit: number): Promise<readonly string[]> {
    const rows = await this.database.read.find(Reading, {
      select: { uploadId: true },
      where: this.#waits(),
      order: { takenUntil: 'ASC', uploadId: 'ASC' },
      take: limit,
    });
    return rows.map(({ uploadId }) => uploadId);
  }

  /** Takes one up, for this process alone; null when it does not wait, or no longer. */
  async take(uploadId: string): Promise<TakenReading | null> {
    const row = await this.database.read.findOneBy(Reading, { ...this.#waits(), uploadId });
    if (row === null) return null;
    const { attempts, takenUntil } = row;
    const paper = readableAs(row.paper);
    if (paper === null || attempts >= mostAttempts) {
      await this.giveUp(uploadId);
      return null;
    }
    // Counted before it is read: a photo that takes the server down with it counts too.
    const { affected } = await this.database.transaction((tx) =>
      tx.update(
        Reading,
        { uploadId, status: 'pending', takenUntil },
        { attempts: attempts + 1, takenUntil: this.#now(leaseMs) },
      ),
    );
    return affected === 1 ? { uploadId, paper, attempts: attempts + 1 } : null;
  }

  #waits(): FindOptionsWhere<Reading> {
    return { status: 'pending', takenUntil: LessThanOrEqual(this.#now()) };
  }

  async finish(tx: EntityManager, uploadId: string, reading: PaperReading): Promise<void> {
    const sealedReading = this.vault.seal(placeOf(uploadId), JSON.stringify(reading));
    await tx.update(Reading, { uploadId }, { status: 'done', sealedReading });
  }

  /** Reading was broken off, by no fault of the photo's: it waits again as before. */
  async release({ uploadId, attempts }: TakenReading): Promise<void> {
    await this.#update(uploadId, { attempts: attempts - 1, takenUntil: this.#now() });
  }

  /** Reading failed: again after a while, unless it has failed too often. */
  async retry({ uploadId, attempts }: TakenReading): Promise<void> {
    if (attempts >= mostAttempts) await this.giveUp(uploadId);
    else await this.#update(uploadId, { takenUntil: this.#now(attempts * 5000) });
  }

  async giveUp(uploadId: string): Promise<void> {
    await this.#update(uploadId, { status: 'none' });
  }

  async #update(uploadId: string, change: Partial<Pick<Reading, 'status' | 'attempts' | 'takenUntil'>>): Promise<void> {
    await this.database.transaction((tx) => tx.update(Reading, { uploadId, status: 'pending' }, change));
  }

  #opened({ uploadId, sealedReading }: Reading): PaperReading | undefined {
    return sealedReading === null ? undefined : storedReading(this.vault.open(placeOf(uploadId), sealedReading));
  }

  #now(plusMs = 0): string {
    return new Date(this.clock.now().getTime() + plusMs).toISOString();
  }
}

const placeOf = (uploadId: string): string => `readings:${uploadId}:sealedReading`;
