import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../logging.js';
import { Database } from '../database/database.js';
import { READER, ReaderUnavailable, type Reader } from '../gateways/reader/reader.js';
import { UploadFindingsService } from '../uploads/upload-findings.service.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { amendedFindings } from './amended-findings.js';
import { ReadingsService, type TakenReading } from './readings.service.js';

/** Photos of another process, and those that failed, are looked for this often; one's own come by `announce`. */
const pauseMs = 5000;

/** Has photos read in the background, one after another. */
@Injectable()
export class ReadingsWorker implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;
  #announced = false;
  #told = false;

  constructor(
    private readonly database: Database,
    private readonly readings: ReadingsService,
    private readonly uploads: UploadsService,
    private readonly findings: UploadFindingsService,
    @Inject(READER) private readonly reader: Reader,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.readings.whenAnnounced(() => {
      this.#announced = true;
      this.#wake();
    });
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stop.abort();
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#announced = false;
      // A database that is away for a while is no reason to stop for ever.
      const taken = await this.readings.take().catch(() => null);
      if (taken === null) await this.#pause();
      else
        await this.#read(taken).catch((error: unknown) => this.logger.error({ err: error }, 'a reading was not kept'));
    }
  }

  async #read(taken: TakenReading): Promise<void> {
    const { uploadId, paper } = taken;
    try {
      const { full } = await this.uploads.bytes(uploadId);
      const reading = await this.reader.read(full, paper, this.#stop.signal);
      await this.database.transaction(async (tx) => {
        await this.readings.finish(tx, uploadId, reading);
        await this.findings.amend(tx, uploadId, (found) => amendedFindings(found, reading));
      });
    } catch (error) {
      if (this.#stop.signal.aborted) await this.readings.release(taken);
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

  async #pause(): Promise<void> {
    if (this.#announced || this.#stop.signal.aborted) return;
    await new Promise<void>((resume) => {
      const timer = setTimeout(resume, pauseMs);
      this.#wake = () => {
        clearTimeout(timer);
        resume();
      };
    });
  }
}
