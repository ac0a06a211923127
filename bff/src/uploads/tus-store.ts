import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataStore, Upload as TusUpload } from '@tus/server';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { problem } from '../problems/problem.js';
import { currentExchange } from './tus-exchange.js';
import { matches } from './upload-checksum.js';
import { UploadChunks } from './upload-chunks.js';
import { daysUnattached, largestChunk } from './upload-limits.js';
import { readMetadata, writeMetadata } from './upload-metadata.js';
import { Upload } from './upload.entity.js';
import { UploadsService } from './uploads.service.js';

const expirationMs = daysUnattached * 86_400_000;

/**
 * Uploads for @tus/server: the bytes sealed in storage, the offset in the row. A chunk is durable before the offset
 * moves, and the offset is durable before it is told, so that a crash at any point loses nothing that was acknowledged;
 * what was stored and not acknowledged is sent again and replaces itself.
 */
@Injectable()
export class TusStore extends DataStore {
  override readonly extensions = ['creation', 'checksum', 'expiration', 'termination'];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly chunks: UploadChunks,
    private readonly uploads: UploadsService,
  ) {
    super();
  }

  override async create(file: TusUpload): Promise<TusUpload> {
    const { size = 0 } = file;
    if (size === 0) throw problem('upload-broken');
    const metadata = readMetadata(file.metadata ?? {});
    const now = this.clock.now();
    await this.database.transaction((tx) =>
      tx.insert(Upload, {
        id: file.id,
        personId: currentExchange().personId,
        caseId: null,
        ...metadata,
        status: 'receiving',
        length: size,
        offset: 0,
        failure: null,
        findings: '[]',
        width: null,
        height: null,
        edges: null,
        trimmedFrom: null,
        trim: null,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + expirationMs).toISOString(),
      }),
    );
    return file;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    // Where a crash came between the last byte and its answer, whoever asks for the offset has the file finished.
    const upload = await this.uploads.own(currentExchange().personId, id);
    return new TusUpload({
      id,
      size: upload.length,
      offset: upload.offset,
      metadata: writeMetadata(upload),
      // The library reckons the expiry from here.
      creation_date: new Date(Date.parse(upload.expiresAt) - expirationMs).toISOString(),
    });
  }

  /** Keeps one chunk and moves the offset. What came of a chunk that was cut off counts, unless it had a checksum. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { checksum } = currentExchange();
    const bytes = await readChunk(stream);
    if (checksum !== undefined && !matches(checksum, bytes)) throw problem('upload-checksum-mismatch');
    if (bytes.length === 0) return offset;
    await this.chunks.keep(id, offset, bytes);
    const end = offset + bytes.length;
    const { affected } = await this.database.transaction((tx) =>
      tx.update(Upload, { id, offset, status: 'receiving' }, { offset: end }),
    );
    // Another process was faster.
    if (affected !== 1) throw problem('upload-offset-conflict');
    return end;
  }

  override async remove(id: string): Promise<void> {
    await this.uploads.remove(currentExchange().personId, id);
  }

  override getExpiration(): number {
    return expirationMs;
  }
}

async function readChunk(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const bytes of stream) {
    length += bytes.length;
    if (length > largestChunk) throw problem('body-too-large');
    parts.push(bytes);
  }
  return Buffer.concat(parts, length);
}
