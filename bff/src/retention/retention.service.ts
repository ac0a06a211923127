import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { OfficerLoginService } from '../agency/officer-login.service.js';
import { DraftExpiry } from '../cases/draft-expiry.service.js';
import { LOGGER } from '../logging.js';
import { SessionService } from '../session/session.service.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { ClosedCases } from './closed-cases.service.js';

/** What is kept no longer than it is needed (个人信息保护法 art. 19). Each step can be done again, or by two at once. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly drafts: DraftExpiry,
    private readonly closed: ClosedCases,
    private readonly uploads: UploadsService,
    private readonly sessions: SessionService,
    private readonly officers: OfficerLoginService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One round. What fails is logged by name, and does not keep the rest from its turn. */
  async run(): Promise<void> {
    await this.#step('drafts', async () => this.drafts.run());
    await this.#step('uploads', async () => this.uploads.discardExpired());
    await this.#step('sessions', async () => this.sessions.discardEnded());
    await this.#step('officer sessions', async () => this.officers.discardEnded());
    // Last: who has no session any more and no case is forgotten.
    await this.#step('closed cases', async () => this.closed.run());
  }

  async #step(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      const done = await work();
      // Figures alone: the proof that it was done.
      this.logger.info({ step: name, done: typeof done === 'object' ? done : undefined }, 'retention');
    } catch (error) {
      this.logger.error({ step: name, cause: error instanceof Error ? error.name : typeof error }, 'retention failed');
    }
  }
}
