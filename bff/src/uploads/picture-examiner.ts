import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FileFinding } from '@yiban/shared-types/cases';
import { z } from 'zod';
import { problem } from '../problems/problem.js';
import type { Examined, PictureAsked } from './examine-picture.js';
import { isFinding } from './finding-messages.js';
import { pictureFailures } from './picture-failures.js';
import { cornersSchema } from './trims.js';

/**
 * The longest that a file may keep the decoder: fifty times what a 12-megapixel photo takes. In time and in the
 * processor's time, since on a machine that has too much to do a good photo may wait as long for its turn.
 */
const longestMs = 20_000;
/** So long whoever sent it waits for an answer; then the file stays as it arrived, to be examined when there is time. */
const patienceMs = 180_000;
/** Of the thread's own objects; pixels lie outside, held by the limit on their number. */
const memoryMb = 192;

const examined = z.union([
  z.object({ failure: z.enum(pictureFailures) }),
  z.object({
    failure: z.null(),
    full: z.instanceof(Uint8Array),
    thumb: z.instanceof(Uint8Array),
    width: z.number(),
    height: z.number(),
    findings: z.array(z.custom<FileFinding>(isFinding)),
    edges: cornersSchema.nullable(),
    sha256: z.string(),
  }),
]);

/** What `once` gives: the arguments of one message. */
const answers = z.tuple([examined]);

/**
 * Has files examined in a thread of their own, one after another. A file that takes too long, or breaks the thread, is
 * answered as broken, and the next one gets a new thread. Throws `service-unavailable` when the machine has no time for it.
 */
@Injectable()
export class PictureExaminer implements OnApplicationShutdown {
  #queue: Promise<unknown> = Promise.resolve();
  #worker: Worker | undefined;

  /** `prepare` runs when it is this file's turn, so that waiting files take no memory; what it throws is thrown. */
  async examine(prepare: () => Promise<PictureAsked>): Promise<Examined> {
    const turn = this.#queue.then(async () => this.#ask(await prepare()));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#queue;
    await this.#worker?.terminate();
  }

  async #ask(asked: PictureAsked): Promise<Examined> {
    const worker = (this.#worker ??= this.#start());
    const over = new AbortController();
    const patience = AbortSignal.timeout(patienceMs);
    const signal = AbortSignal.any([over.signal, patience]);
    const ended = (): void => over.abort();
    const watch = watchFor(longestMs, ended);
    try {
      const answered = once(worker, 'message', { signal });
      // Ended without an answer: `once` itself only hears of errors.
      worker.once('exit', ended);
      worker.postMessage(asked, []);
      return answers.parse(await answered)[0];
    } catch {
      this.#worker = undefined;
      await worker.terminate();
      if (patience.aborted) throw problem('service-unavailable');
      return { failure: 'upload-broken' };
    } finally {
      clearInterval(watch);
      worker.off('exit', ended);
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL('./examine-picture.worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // libheif tells of broken files on standard output, which is the log's.
      stdout: true,
    });
    worker.stdout.resume();
    // Between two files nobody else listens; an error that nobody hears would end the process.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    worker.unref();
    return worker;
  }
}

/** Calls `late` once so much time has passed in which this process also had so much of the processors. */
function watchFor(ms: number, late: () => void): NodeJS.Timeout {
  const start = performance.now();
  const before = process.cpuUsage();
  return setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if (performance.now() - start >= ms && (user + system) / 1000 >= ms) late();
  }, 500);
}
