import { Injectable } from '@nestjs/common';
import type { FileFinding, UploadView } from '@yiban/shared-types/cases';
import { In, IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { problem } from '../problems/problem.js';
import { Pictures, type PictureKind } from './pictures.js';
import { UploadChunks } from './upload-chunks.js';
import { UploadFinishing } from './upload-finishing.js';
import { daysUnattached, never } from './upload-limits.js';
import { failureOf, UploadViews } from './upload-views.js';
import { Upload } from './upload.entity.js';

/** How many expired uploads one round of `discardExpired` takes at most. */
const round = 500;

const findingCodes = z.array(z.enum(['blurred', 'dark', 'glare', 'small', 'cut-off', 'wrong-paper']));

export interface UploadState {
  readonly received: boolean;
  readonly findings: readonly FileFinding[];
}

export interface Picture {
  readonly bytes: Buffer;
  readonly mime: 'image/jpeg' | 'image/png';
}

/** Photos and signatures: shown, attached to a case, read, thrown away. How they arrive: `TusService`. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly finishing: UploadFinishing,
    private readonly chunks: UploadChunks,
    private readonly pictures: Pictures,
    private readonly shown: UploadViews,
  ) {}

  /** One's own upload, finished first where a crash came in between. Throws `upload-not-found`, `upload-expired`. */
  async view(personId: string, id: string): Promise<UploadView> {
    return this.shown.of(await this.own(personId, id));
  }

  /** The same, for the one that sent the last byte: throws the code for which the file was refused. */
  async finished(personId: string, id: string): Promise<UploadView> {
    const upload = await this.own(personId, id);
    const failure = failureOf(upload);
    if (failure !== undefined) throw problem(failure);
    return this.shown.of(upload);
  }

  /** In the order of `ids`; those that are no more are left out. Who may see them is the caller's to know. */
  async views(ids: readonly string[]): Promise<readonly UploadView[]> {
    if (ids.length === 0) return [];
    const uploads = await this.database.read.findBy(Upload, { id: In([...ids]) });
    const byId = new Map(uploads.map((upload) => [upload.id, upload]));
    return ids.flatMap((id) => byId.get(id) ?? []).map((upload) => this.shown.of(upload));
  }

  /** How far uploads have come, and what the photo check found: for rules, without links. */
  async states(reader: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, UploadState>> {
    const uploads = ids.length === 0 ? [] : await reader.findBy(Upload, { id: In([...ids]) });
    return new Map(
      uploads.map(({ id, status, findings }) => [
        id,
        { received: status === 'received', findings: findingCodes.parse(JSON.parse(findings)) },
      ]),
    );
  }

  /**
   * Makes a person's received uploads part of a case; they expire no more. Doing it again changes nothing.
   * Throws `upload-not-found`, `upload-incomplete`, `upload-expired`, `upload-attached` (to another case), or the code
   * for which the file was refused.
   */
  async attach(tx: EntityManager, caseId: string, personId: string, ids: readonly string[]): Promise<void> {
    for (const id of new Set(ids)) {
      const upload = await tx.findOneBy(Upload, { id, personId });
      if (upload?.caseId === caseId) continue;
      requireAttachable(upload, this.#now());
      const { affected } = await tx.update(
        Upload,
        { id, caseId: IsNull(), expiresAt: MoreThan(this.#now()) },
        { caseId, expiresAt: never },
      );
      if (affected !== 1) throw problem('upload-attached');
    }
  }

  /** Takes uploads out of a case, as for a photo that was replaced; they expire like any that is attached to none. */
  async detach(tx: EntityManager, caseId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.update(Upload, { caseId, id: In([...ids]) }, { caseId: null, expiresAt: this.#expiry() });
  }

  /** Takes all out of a case that is thrown away. */
  async detachAll(tx: EntityManager, caseId: string): Promise<void> {
    await tx.update(Upload, { caseId }, { caseId: null, expiresAt: this.#expiry() });
  }

  /** What a person sent and attached to nothing is gone with the next round of `discardExpired`. */
  async expireAll(tx: EntityManager, personId: string): Promise<void> {
    await tx.update(Upload, { personId, caseId: IsNull() }, { expiresAt: this.#now() });
  }

  /** What is kept, to be printed or read by a machine. Throws `upload-not-found`. */
  async bytes(id: string): Promise<{ readonly full: Buffer; readonly mime: Picture['mime'] }> {
    const { bytes, mime } = await this.picture(id, 'full');
    return { full: bytes, mime };
  }

  /** The picture as it is kept, or the small one. Throws `upload-not-found`. */
  async picture(id: string, kind: PictureKind): Promise<Picture> {
    const upload = await this.database.read.findOneBy(Upload, { id, status: 'received' });
    if (upload === null || upload.purpose === 'table') throw problem('upload-not-found');
    const mime = upload.purpose === 'photo' ? 'image/jpeg' : 'image/png';
    return { bytes: await this.pictures.read(id, kind), mime };
  }

  /** One's own .xlsx as it was sent. Throws `upload-not-found`, `upload-incomplete`, `upload-expired`, `upload-not-a-table`. */
  async table(personId: string, id: string): Promise<Buffer> {
    const upload = await this.own(personId, id);
    const failure = failureOf(upload);
    if (failure !== undefined) throw problem(failure);
    if (upload.status !== 'received') throw problem('upload-incomplete');
    if (upload.purpose !== 'table') throw problem('upload-not-a-table');
    return this.pictures.read(id, 'full');
  }

  /** Throws `upload-not-found`, `upload-attached`. */
  async remove(personId: string, id: string): Promise<void> {
    const upload = await this.database.read.findOneBy(Upload, { id, personId });
    if (upload === null) throw problem('upload-not-found');
    if (!(await this.#discard(id))) throw problem('upload-attached');
  }

  /** Throws away what was attached to no case in time, and pieces that a crash left behind. Run now and then. */
  async discardExpired(): Promise<void> {
    const expired = await this.database.read.find(Upload, {
      select: { id: true },
      where: { caseId: IsNull(), expiresAt: LessThanOrEqual(this.#now()) },
      take: round,
    });
    for (const { id } of expired) await this.#discard(id);
    await this.#discardLeftPieces();
  }

  /** One's own upload, finished where all its bytes are here. Throws `upload-not-found`, `upload-expired`. */
  async own(personId: string, id: string): Promise<Upload> {
    const upload = await this.database.read.findOneBy(Upload, { id, personId });
    if (upload === null) throw problem('upload-not-found');
    if (upload.expiresAt <= this.#now()) throw problem('upload-expired');
    return this.finishing.finish(upload);
  }

  /**
   * The row is marked expired first, which no `attach` gets past, and goes last, so that a crash in between leaves
   * nothing but an expired row for the next round. False when the upload belongs to a case.
   */
  async #discard(id: string): Promise<boolean> {
    const expiresAt = new Date(0).toISOString();
    const marked = await this.database.transaction((tx) => tx.update(Upload, { id, caseId: IsNull() }, { expiresAt }));
    if (marked.affected !== 1) return false;
    await this.chunks.discard(id);
    await this.pictures.discard(id);
    await this.database.transaction((tx) => tx.delete(Upload, { id, expiresAt }));
    return true;
  }

  async #discardLeftPieces(): Promise<void> {
    const present = await this.chunks.present();
    const receiving = await this.database.read.find(Upload, {
      select: { id: true },
      where: { id: In([...present]), status: 'receiving' },
    });
    const wanted = new Set(receiving.map(({ id }) => id));
    for (const id of present) if (!wanted.has(id)) await this.chunks.discard(id);
  }

  #now(): string {
    return this.clock.now().toISOString();
  }

  #expiry(): string {
    return new Date(this.clock.now().getTime() + daysUnattached * 86_400_000).toISOString();
  }
}

function requireAttachable(upload: Upload | null, now: string): void {
  if (upload === null) throw problem('upload-not-found');
  if (upload.caseId !== null) throw problem('upload-attached');
  if (upload.expiresAt <= now) throw problem('upload-expired');
  if (upload.status === 'receiving') throw problem('upload-incomplete');
  const failure = failureOf(upload);
  if (failure !== undefined) throw problem(failure);
}
