import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PaperReading, ReadablePaper } from '@yiban/shared-types/reading';
import { readPaper } from '../../reading/read-paper.js';
import { ReaderUnavailable, type Reader } from './reader.js';
import { readingMessages, type ReadingAnswer, type ReadingRequest } from './reading-exchange.js';

export interface ReaderSettings {
  /** How long the process is kept when nothing is to be read; its memory is given back then. */
  readonly idleMs: number;
  /** The longest that one photo may take, loading the models included. */
  readonly longestMs: number;
}

const defaults: ReaderSettings = { idleMs: 60_000, longestMs: 60_000 };

/** Has photos read by a process that is started when the first one comes and ended when none has come for a while. */
export class ChildProcessReader implements Reader {
  #queue: Promise<unknown> = Promise.resolve();
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #unavailable: ReaderUnavailable | undefined;
  #closed = false;

  readonly #settings: ReaderSettings;

  constructor(settings: ReaderSettings = defaults) {
    this.#settings = settings;
  }

  async read(bytes: Uint8Array, paper: ReadablePaper, signal?: AbortSignal): Promise<PaperReading> {
    const turn = this.#queue.then(() => this.#read(bytes, paper, signal));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** For measuring: the process that reads, while there is one. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends the process, and with it the photo that is being read. */
  onApplicationShutdown(): void {
    this.#closed = true;
    this.#end();
  }

  async #read(bytes: Uint8Array, paper: ReadablePaper, signal: AbortSignal | undefined): Promise<PaperReading> {
    if (this.#unavailable !== undefined) throw this.#unavailable;
    if (this.#closed) throw new Error('the server is shutting down');
    clearTimeout(this.#idle);
    const over = AbortSignal.any([
      AbortSignal.timeout(this.#settings.longestMs),
      ...(signal === undefined ? [] : [signal]),
    ]);
    try {
      const child = this.#child ?? (await this.#start(over));
      const answer = await this.#ask(child, { bytes, seekCodes: paper === 'receipt' }, over);
      if (answer.kind !== 'text')
        throw new Error(`a photo could not be read: ${'cause' in answer ? answer.cause : ''}`);
      return readPaper(answer.text, paper);
    } catch (error) {
      // Whatever state it was left in, the next photo gets a fresh one.
      this.#end();
      throw error;
    } finally {
      this.#idle = setTimeout(() => this.#end(), this.#settings.idleMs).unref();
    }
  }

  async #start(over: AbortSignal): Promise<ChildProcess> {
    const child = fork(fileURLToPath(new URL('./reading-process.js', import.meta.url)), [], {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=256'],
      // It needs nothing of the server's settings, keys least of all. One or two arenas: glibc otherwise keeps what each
      // thread of the models once took.
      env: { PATH: process.env['PATH'], MALLOC_ARENA_MAX: '2' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    const answer = await this.#next(child, over);
    if (answer.kind === 'unavailable') throw (this.#unavailable = new ReaderUnavailable(answer.cause));
    return child;
  }

  async #ask(child: ChildProcess, request: ReadingRequest, over: AbortSignal): Promise<ReadingAnswer> {
    const answer = this.#next(child, over);
    child.send(request, () => undefined);
    return answer;
  }

  /** The next message; throws when the process ends first, or when it is over. */
  async #next(child: ChildProcess, over: AbortSignal): Promise<ReadingAnswer> {
    const ended = new AbortController();
    const onExit = (): void => ended.abort(new Error('the reading process ended'));
    child.once('exit', onExit);
    child.ref();
    child.channel?.ref();
    try {
      const messages = await once(child, 'message', { signal: AbortSignal.any([over, ended.signal]) });
      return readingMessages.parse(messages)[0];
    } finally {
      child.off('exit', onExit);
      // Between two photos the process keeps nobody from ending.
      child.unref();
      child.channel?.unref();
    }
  }

  #end(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
