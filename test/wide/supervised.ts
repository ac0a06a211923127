/** Processes as a supervisor keeps them: whatever ended, however, is started again, in the version that is wanted now. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { WideProcess } from '../server/wide-product.ts';

export class Supervised {
  readonly #process: WideProcess;
  #program: string | undefined;
  #starting: Promise<void> | undefined;

  constructor(process: WideProcess) {
    this.#process = process;
  }

  get role(): WideProcess['role'] {
    return this.#process.role;
  }

  /** SIGKILL, also in the midst of its start. */
  async kill(): Promise<void> {
    await this.#process.kill();
    await this.#up();
  }

  /** As a rolling start does it: what is under way is answered, then the next version comes up. */
  async upgrade(program: string): Promise<void> {
    this.#program = program;
    await this.#starting;
    await this.#process.stop();
    await this.#up();
  }

  async isReady(): Promise<boolean> {
    const signal = AbortSignal.timeout(2000);
    return fetch(`${this.#process.url}/health/ready`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** Until it is ready, whoever started it last. */
  async #up(): Promise<void> {
    for (const until = Date.now() + 180_000; Date.now() < until; await sleep(100)) {
      if (await this.isReady()) return;
      if (!this.#process.isRunning()) {
        this.#starting ??= this.#process
          .start(this.#program)
          // Killed while it started: it is started again.
          .catch(() => undefined)
          .finally(() => {
            this.#starting = undefined;
          });
        await this.#starting;
      }
    }
    throw new Error(`a ${this.role} process did not become ready within three minutes`);
  }
}
