import { Queue, Worker, type Job } from 'bullmq';
import type { WorkQueue } from '../../work/work-queue.js';
import type { Work } from '../../work/work.js';

const prefix = 'yiban';
/** Whoever offers work does not wait for Redis any longer. */
const offerMs = 2000;
/** As long as what is being done may take to end when the process does. */
const longestFarewellMs = 3000;

/**
 * The queue of an installation with Redis (BullMQ): one for each kind of work, from every process to whichever worker is
 * free. A job is an id and nothing else. What a killed worker held comes to another one within seconds; if Redis loses a
 * job, the next look at the table offers it again.
 */
export class RedisQueue implements WorkQueue {
  readonly #queues = new Map<string, Queue>();
  readonly #workers: Worker[] = [];
  readonly #remembered = new Map<string, number>();
  readonly #stop = new AbortController();

  constructor(private readonly url: string) {}

  async offer(work: string, ids: readonly string[]): Promise<void> {
    const seconds = this.#remembered.get(work);
    const removeOnComplete = seconds === undefined ? true : { age: seconds };
    const jobs = ids.map((id) => ({ name: work, data: {}, opts: { jobId: id, removeOnComplete, removeOnFail: true } }));
    await (await this.#ready(work)).addBulk(jobs);
  }

  serve(work: Work): void {
    if (work.rememberedMs !== undefined) this.#remembered.set(work.name, Math.ceil(work.rememberedMs / 1000));
    const worker = new Worker(work.name, async ({ id }: Job) => this.#perform(work, id), {
      // Waits for Redis as long as it takes.
      connection: { url: this.url, maxRetriesPerRequest: null },
      prefix,
      concurrency: work.atOnce,
      // Taken up again however often a worker was killed over it: the table says when it is enough, and keeps a worker
      // that only was slow from doing it beside another.
      maxStalledCount: 1000,
      lockDuration: 6000,
      stalledInterval: 3000,
    });
    worker.on('error', () => undefined);
    this.#workers.push(worker);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    const ends = [...this.#workers, ...this.#queues.values()].map(async (one) => one.close());
    // A Redis that is away answers no farewell.
    const patience = new Promise((resume) => setTimeout(resume, longestFarewellMs).unref());
    await Promise.race([Promise.allSettled(ends), patience]);
  }

  async #perform(work: Work, id: string | undefined): Promise<void> {
    if (id !== undefined) await work.perform(id, this.#stop.signal);
  }

  /** Throws when there is no connection within `offerMs`. One that broke before it was up is made anew. */
  async #ready(work: string): Promise<Queue> {
    const queue = this.#queue(work);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Redis does not answer')), offerMs);
    });
    const up = queue.waitUntilReady().catch((error: unknown) => {
      if (this.#queues.get(work) === queue) this.#queues.delete(work);
      void queue.close().catch(() => undefined);
      throw error;
    });
    try {
      await Promise.race([up, late]);
      return queue;
    } finally {
      clearTimeout(timer);
      // Whoever came too late is heard by nobody.
      up.catch(() => undefined);
    }
  }

  #queue(work: string): Queue {
    const known = this.#queues.get(work);
    if (known !== undefined) return known;
    const queue = new Queue(work, {
      // Once it was up, whoever offers is told at once that Redis is away.
      connection: { url: this.url, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: offerMs },
      prefix,
    });
    queue.on('error', () => undefined);
    this.#queues.set(work, queue);
    return queue;
  }
}
