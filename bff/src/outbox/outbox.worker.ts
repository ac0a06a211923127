import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Outbox } from './outbox.js';

const pauseMs = 1000;
const batch = 20;

/** Sends in the background what could not be sent at once. */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnModuleDestroy {
  #stopped = false;
  #running: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;

  constructor(private readonly outbox: Outbox) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    await this.outbox.takeUpLeft().catch(() => undefined);
    while (!this.#stopped) {
      // A database that is away for a while is no reason to stop sending for ever.
      const sent = await this.outbox.deliverDue(batch).catch(() => 0);
      if (sent < batch && !this.#stopped) {
        await new Promise<void>((resume) => {
          const timer = setTimeout(resume, pauseMs);
          this.#wake = () => {
            clearTimeout(timer);
            resume();
          };
        });
      }
    }
  }
}
