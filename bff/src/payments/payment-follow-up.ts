import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IsNull, Not, type FindOptionsWhere } from 'typeorm';
import type { Logger } from 'pino';
import { PayoutsService } from '../cases/office/payouts.service.js';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { LOGGER } from '../logging.js';
import { Payment } from './payment.entity.js';

const everyMs = 5_000;
/** At once; the rest of a large batch follows in the background. */
const most = 100;

/**
 * Lets cases follow what the bank said: one transaction each, in the request that imported it, and in the background
 * after a crash or while the platform is away. A case follows once: the same transaction marks its payment.
 */
@Injectable()
export class PaymentFollowUp implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly payouts: PayoutsService,
    private readonly vault: Vault,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const round = (): void => {
      this.#running = this.#running
        .then(async () => this.#some({}))
        // A database that is away for a while is no reason to stop for ever.
        .catch(() => undefined);
    };
    round();
    this.#timer = setInterval(round, everyMs).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async ofBatch(batchId: string): Promise<void> {
    await this.#some({ batchId });
  }

  async #some(where: FindOptionsWhere<Payment>): Promise<void> {
    const told = await this.database.read.find(Payment, {
      where: { ...where, settledAt: IsNull(), result: Not(IsNull()) },
      order: { id: 'ASC' },
      take: most,
    });
    for (const payment of told) {
      try {
        await this.#follow(payment);
      } catch (error) {
        const cause = error instanceof Error ? error.message : 'unknown';
        this.logger.warn({ payment: payment.id, cause }, 'a case does not follow its payment yet');
      }
    }
  }

  async #follow({ id, caseId, result, resultOn, sealedReason, toldBy }: Payment): Promise<void> {
    const told = {
      caseId,
      paymentId: id,
      officerId: toldBy ?? '',
      mark: async (tx: Parameters<Parameters<Database['transaction']>[0]>[0]) => {
        const settledAt = this.clock.now().toISOString();
        // A refused payment stands no longer: the case can be paid again.
        const standing = result === 'refused' ? { standingCase: null } : {};
        const marked = await tx.update(Payment, { id, settledAt: IsNull() }, { settledAt, ...standing });
        return marked.affected === 1;
      },
    };
    if (result === 'paid') await this.payouts.paid(told, resultOn ?? '');
    else {
      const reason = sealedReason === null ? '' : this.vault.open(`payments:${id}:reason`, sealedReason);
      await this.payouts.refused(told, reason);
    }
  }
}
