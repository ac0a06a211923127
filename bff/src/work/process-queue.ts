import type { Work } from './work.js';
import type { WorkQueue } from './work-queue.js';

/** The queue of an installation without Redis: each process does what it finds in the tables, or was told of by itself. */
export class ProcessQueue implements WorkQueue {
  readonly #benches = new Map<string, Bench>();

  async offer(work: string, ids: readonly string[]): Promise<void> {
    this.#benches.get(work)?.offer(ids);
  }

  serve(work: Work): void {
    this.#benches.set(work.name, new Bench(work));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#benches.values()].map(async (bench) => bench.close()));
  }
}

class Bench {
  readonly #waiting = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  constructor(private readonly work: Work) {}

  offer(ids: readonly string[]): void {
    for (const id of ids) if (!this.#running.has(id)) this.#waiting.add(id);
    this.#next();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running.values());
  }

  #next(): void {
    for (const id of this.#waiting) {
      if (this.#stop.signal.aborted || this.#running.size >= this.work.atOnce) return;
      this.#waiting.delete(id);
      const done = this.work.perform(id, this.#stop.signal).finally(() => {
        this.#running.delete(id);
        this.#next();
      });
      this.#running.set(id, done);
    }
  }
}
