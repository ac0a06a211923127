import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../logging.js';
import { Database } from '../database/database.js';
import { READER, ReaderUnavailable, type Reader } from '../gateways/reader/reader.js';
import { UploadFindingsService } from '../uploads/upload-findings.service.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { BackgroundWork } from '../work/background-work.js';
import { amendedFindings } from './amended-findings.js';
import { ReadingsService, type TakenReading } from './readings.service.js';

const name = 'readings';

/** Has photos read in the background, one after another. */
@Injectable()
export class ReadingsWorker implements OnModuleInit {
  #told = false;

  constructor(
    private readonly database: Database,
    private readonly readings: ReadingsService,
    private readonly uploads: UploadsService,
    private readonly findings: UploadFindingsService,
    private readonly background: BackgroundWork,
    @Inject(READER) private readonly reader: Reader,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.readings.whenAnnounced((uploadId) => this.background.announce(name, uploadId));
    this.background.take({
      name,
      // The reader takes one photo after another, with all the processor it is given.
      atOnce: 1,
      lookMs: 5000,
      due: async (limit) => this.readings.waiting(limit),
      perform: async (uploadId, stop) => {
        const taken = await this.readings.take(uploadId);
        if (taken !== null) await this.#read(taken, stop);
      },
    });
  }

  async #read(taken: TakenReading, stop: AbortSignal): Promise<void> {
    const { uploadId, paper } = taken;
    try {
      const { full } = await this.uploads.bytes(uploadId);
      const reading = await this.reader.read(full, paper, stop);
      await this.database.transaction(async (tx) => {
        await this.readings.finish(tx, uploadId, reading);
        await this.findings.amend(tx, uploadId, (found) => amendedFindings(found, reading));
      });
    } catch (error) {
      if (stop.aborted) await this.readings.release(taken);
      else if (error instanceof ReaderUnavailable) await this.#cannotRead(uploadId, error);
      else {
        this.logger.warn({ err: error, uploadId, attempts: taken.attempts }, 'a photo could not be read');
        await this.readings.retry(taken);
      }
    }
  }

  /** Said once: it will be so for every photo. */
  async #cannotRead(uploadId: string, error: ReaderUnavailable): Promise<void> {
    if (!this.#told) this.logger.warn(error.message);
    this.#told = true;
    await this.readings.giveUp(uploadId);
  }
}
