import { Injectable } from '@nestjs/common';
import type { UploadView } from '@yiban/shared-types/cases';
import type { Trim } from '@yiban/shared-types/uploads';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { newId } from '../ids.js';
import { problem } from '../problems/problem.js';
import { ReadingsService } from '../reading/readings.service.js';
import { PictureExaminer } from './picture-examiner.js';
import { Pictures } from './pictures.js';
import { writtenCorners } from './trims.js';
import { daysUnattached } from './upload-limits.js';
import { Upload } from './upload.entity.js';
import { UploadsService } from './uploads.service.js';

/**
 * Cuts a photo to its paper. The photo as it was taken stays; what is cut is an upload of its own, which is put to the
 * case in its place like any other, so that a case never changes under who looks at it.
 */
@Injectable()
export class TrimmingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly uploads: UploadsService,
    private readonly pictures: Pictures,
    private readonly examiner: PictureExaminer,
    private readonly readings: ReadingsService,
  ) {}

  /**
   * Corners and turn are of the photo as it was taken, also where `id` is cut already.
   * Throws `upload-not-found`, `upload-expired`, `upload-incomplete`, `upload-not-a-photo`, `upload-dimensions`.
   */
  async trim(personId: string, { key, id }: { key: string; id: string }, trim: Trim): Promise<UploadView> {
    return this.idempotency.run(
      { callerId: personId, key, deed: `trim ${id}`, body: trim },
      async () => {
        const source = await this.#asTaken(await this.uploads.own(personId, id));
        const row = this.#row(source, trim);
        return async (tx) => {
          await tx.insert(Upload, row);
          return row.id;
        };
      },
      async (made) => this.#made(personId, made, trim),
    );
  }

  async #asTaken(upload: Upload): Promise<Upload> {
    const { personId, purpose, status, trimmedFrom } = upload;
    if (purpose !== 'photo') throw problem('upload-not-a-photo');
    if (status !== 'received') throw problem('upload-incomplete');
    if (trimmedFrom === null) return upload;
    const taken = await this.database.read.findOneBy(Upload, { id: trimmedFrom, personId, status: 'received' });
    return taken ?? upload;
  }

  /** Not received until its picture is kept: a crash in between leaves a row that expires, or that the same key goes on with. */
  #row({ id, personId, purpose, paper, length, sha256 }: Upload, trim: Trim): Upload {
    const now = this.clock.now();
    return {
      id: newId(),
      personId,
      caseId: null,
      purpose,
      paper,
      status: 'receiving',
      length,
      offset: 0,
      sha256,
      failure: null,
      findings: '[]',
      width: null,
      height: null,
      edges: null,
      trimmedFrom: id,
      trim: JSON.stringify(trim),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + daysUnattached * 86_400_000).toISOString(),
    };
  }

  async #made(personId: string, id: string, trim: Trim): Promise<UploadView> {
    const upload = await this.uploads.own(personId, id);
    if (upload.status === 'receiving') await this.#make(upload, trim);
    return this.uploads.view(personId, id);
  }

  async #make({ id, trimmedFrom, paper, length }: Upload, trim: Trim): Promise<void> {
    const examined = await this.examiner.examine(async () => ({
      bytes: await this.pictures.read(trimmedFrom ?? id, 'full'),
      purpose: 'photo',
      sha256: null,
      trim,
    }));
    if (examined.failure !== null) throw problem(examined.failure);
    const { full, thumb, width, height, findings, edges } = examined;
    await this.pictures.keep(id, { full: Buffer.from(full), thumb: Buffer.from(thumb) });
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.update(
        Upload,
        { id, status: 'receiving' },
        {
          status: 'received',
          offset: length,
          width,
          height,
          findings: JSON.stringify(findings),
          edges: writtenCorners(edges),
        },
      );
      if (affected === 1) await this.readings.ask(tx, id, paper);
    });
    this.readings.announce(id);
  }
}
