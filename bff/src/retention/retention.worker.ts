import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { RetentionService } from './retention.service.js';

/** Runs the rounds of retention in the background: the first soon after the start, then each hour. */
@Injectable()
export class RetentionWorker implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly retention: RetentionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    const { everySeconds } = this.config.retention;
    if (everySeconds === 0) return;
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(async () => this.retention.run());
    }, everySeconds * 1000).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }
}
