import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { BackgroundWork } from '../work/background-work.js';
import { rounds } from '../work/work.js';
import { RetentionService } from './retention.service.js';

/** Has the rounds of retention made in the background, each hour. */
@Injectable()
export class RetentionWorker implements OnModuleInit {
  constructor(
    private readonly retention: RetentionService,
    private readonly background: BackgroundWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const { everySeconds } = this.config.retention;
    if (everySeconds === 0) return;
    this.background.take(
      rounds({
        name: 'retention',
        everyMs: everySeconds * 1000,
        now: () => this.clock.now(),
        run: async () => this.retention.run(),
      }),
    );
  }
}
