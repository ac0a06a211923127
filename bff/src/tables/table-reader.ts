import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Sheet } from './table-sheet.js';

/** The longest that a file may take: thirty times what 5,000 rows do. */
const longestMs = 10_000;
const memoryMb = 384;

const sheet = z.union([
  z.object({
    failure: z.enum(['table-not-xlsx', 'table-too-large', 'table-too-many-rows', 'table-empty', 'table-broken']),
  }),
  z.object({
    failure: z.null(),
    rows: z.array(z.array(z.object({ text: z.string(), number: z.boolean() }).nullable())),
  }),
]);
const answers = z.tuple([sheet]);

/** Has workbooks read in a thread of their own, one after another; one that takes too long or too much is broken. */
@Injectable()
export class TableReader {
  #queue: Promise<unknown> = Promise.resolve();

  async read(bytes: Uint8Array): Promise<Sheet> {
    const turn = this.#queue.then(async () => this.#ask(bytes));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #ask(bytes: Uint8Array): Promise<Sheet> {
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, AbortSignal.timeout(longestMs)]);
    const worker = new Worker(new URL('./table-sheet.worker.js', import.meta.url), {
      workerData: new Uint8Array(bytes),
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    // Heard by `once` below; an error that comes later would end the process.
    worker.on('error', () => over.abort());
    worker.once('exit', () => over.abort());
    try {
      return answers.parse(await once(worker, 'message', { signal }))[0];
    } catch {
      return { failure: 'table-broken' };
    } finally {
      await worker.terminate();
    }
  }
}
