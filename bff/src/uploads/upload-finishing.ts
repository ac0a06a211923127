import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { ObjectMissing } from '../gateways/storage/storage.js';
import { problem } from '../problems/problem.js';
import { ReadingsService } from '../reading/readings.service.js';
import type { Examined } from './examine-picture.js';
import { PictureExaminer } from './picture-examiner.js';
import { Pictures } from './pictures.js';
import { writtenCorners } from './trims.js';
import { UploadChunks } from './upload-chunks.js';
import { Upload } from './upload.entity.js';

/**
 * From "all bytes are here" to received or failed. It can be called again whenever a crash came in between: whoever asks
 * for the file next (the last PATCH sent again, GET) takes it up, and it ends once.
 */
@Injectable()
export class UploadFinishing {
  readonly #running = new Map<string, Promise<Upload>>();

  constructor(
    private readonly database: Database,
    private readonly chunks: UploadChunks,
    private readonly pictures: Pictures,
    private readonly examiner: PictureExaminer,
    private readonly readings: ReadingsService,
  ) {}

  /** The upload as it stands afterwards; one that still waits for bytes is given back as it is. */
  async finish(upload: Upload): Promise<Upload> {
    if (upload.status !== 'receiving' || upload.offset < upload.length) return upload;
    const running = this.#running.get(upload.id);
    if (running !== undefined) return running;
    const own = this.#run(upload).finally(() => this.#running.delete(upload.id));
    this.#running.set(upload.id, own);
    return own;
  }

  async #run(upload: Upload): Promise<Upload> {
    const examined = await this.#examine(upload);
    if (examined === undefined) return this.#finishedElsewhere(upload.id);
    if (examined.failure === null) {
      await this.pictures.keep(upload.id, { full: Buffer.from(examined.full), thumb: Buffer.from(examined.thumb) });
    }
    await this.#record(upload, examined);
    await this.chunks.discard(upload.id);
    return this.#read(upload.id);
  }

  /** Undefined when the pieces are gone. */
  async #examine({ id, length, purpose, sha256 }: Upload): Promise<Examined | undefined> {
    try {
      return await this.examiner.examine(async () => {
        const bytes = await this.chunks.whole(id, length);
        if (bytes === undefined) throw new ObjectMissing(`uploads/${id}`);
        return { bytes, purpose, sha256 };
      });
    } catch (error) {
      if (error instanceof ObjectMissing) return undefined;
      throw error;
    }
  }

  async #record({ id, purpose, paper }: Upload, examined: Examined): Promise<void> {
    const outcome =
      examined.failure === null
        ? {
            status: 'received' as const,
            sha256: examined.sha256,
            width: examined.width,
            height: examined.height,
            findings: JSON.stringify(examined.findings),
            edges: writtenCorners(examined.edges),
          }
        : { status: 'failed' as const, failure: examined.failure };
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.update(Upload, { id, status: 'receiving' }, outcome);
      const toRead = affected === 1 && outcome.status === 'received' && purpose === 'photo';
      if (toRead) await this.readings.ask(tx, id, paper);
    });
    this.readings.announce(id);
  }

  /** Another process took the pieces away: because it was done, or because the upload was deleted. */
  async #finishedElsewhere(id: string): Promise<Upload> {
    const upload = await this.#read(id);
    if (upload.status === 'receiving') throw new Error('pieces of an upload are missing');
    return upload;
  }

  async #read(id: string): Promise<Upload> {
    const upload = await this.database.read.findOneBy(Upload, { id });
    if (upload !== null) return upload;
    // Deleted meanwhile: what was made of it goes too.
    await this.pictures.discard(id);
    throw problem('upload-not-found');
  }
}
