import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config.js';
import { LOGGER, causeOf } from '../logging.js';
import { WORK_QUEUE, type WorkQueue } from './work-queue.js';
import type { Work } from './work.js';

/** How many ids one look at a table brings at most. */
const batch = 500;

/**
 * What is done behind the requests. Whoever causes work may announce it, so that it begins at once; every process that
 * works looks at the tables besides, so that what was not announced, or was lost on its way, is found.
 */
@Injectable()
export class BackgroundWork implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #works: Work[] = [];
  readonly #stop = new AbortController();
  #looking: readonly Promise<void>[] = [];

  constructor(
    @Inject(WORK_QUEUE) private readonly queue: WorkQueue,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** At start, before the application is up. */
  take(work: Work): void {
    this.#works.push(work);
  }

  /** Not waited for, and no harm when it fails: a worker finds it in the table. */
  announce(work: string, id: string): void {
    void this.queue.offer(work, [id]).catch(() => undefined);
  }

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    for (const work of this.#works)
      this.queue.serve({ ...work, perform: async (id, stop) => this.#perform(work, id, stop) });
    this.#looking = this.#works.map(async (work) => this.#look(work));
  }

  async onModuleDestroy(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#looking);
    await this.queue.close();
  }

  async #perform(work: Work, id: string, stop: AbortSignal): Promise<void> {
    try {
      await work.perform(id, stop);
    } catch (error) {
      // The table still says that it is due.
      this.logger.error({ work: work.name, cause: causeOf(error) }, 'background work failed');
    }
  }

  async #look(work: Work): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        const ids = await work.due(batch);
        if (ids.length > 0) await this.queue.offer(work.name, ids);
      } catch {
        // A database or a Redis that is away for a while is no reason to stop for ever.
      }
      await this.#pause(work.lookMs);
    }
  }

  async #pause(ms: number): Promise<void> {
    const { signal } = this.#stop;
    if (signal.aborted) return;
    await new Promise<void>((resume) => {
      const timer = setTimeout(ended, ms);
      function ended(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', ended);
        resume();
      }
      signal.addEventListener('abort', ended);
    });
  }
}
