import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BackgroundWork } from '../work/background-work.js';
import { Outbox } from './outbox.js';

/** Sends in the background what could not be sent at once. */
@Injectable()
export class OutboxWorker implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly background: BackgroundWork,
  ) {}

  onModuleInit(): void {
    this.background.take({
      name: 'outbox',
      atOnce: 4,
      lookMs: 1000,
      due: async (limit) => {
        await this.outbox.takeUpLeft();
        return this.outbox.due(limit);
      },
      perform: async (id) => this.outbox.deliver(id),
    });
  }
}
