import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  BankFileFormat,
  PayablePage,
  PaymentBatchPage,
  PaymentBatchSummary,
  PaymentBatchView,
} from '@yiban/shared-types/payments';
import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { OfficersService } from '../agency/officers.service.js';
import { PayoutsService } from '../cases/office/payouts.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import { Database, isDuplicate } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { newId } from '../ids.js';
import { maskBankCard } from '../people/masking.js';
import { problem } from '../problems/problem.js';
import { bankFile } from './bank-file.js';
import { PaymentBatch } from './payment-batch.entity.js';
import { PaymentFollowUp } from './payment-follow-up.js';
import { Payment } from './payment.entity.js';

const payeeShape = z.object({ name: z.string(), bank: z.string(), card: z.string() });

/** Batches of payments: gathered, frozen, taken to the bank as a file. What comes back is `PaymentResults`. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly payouts: PayoutsService,
    private readonly followUp: PaymentFollowUp,
    private readonly officers: OfficersService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** What could be paid, with what stands in the way where something does. Cursor: the last id. */
  async payables(officer: OfficerCaller, cursor: string | undefined, limit: number): Promise<PayablePage> {
    const found = await this.payouts.waiting(officer, cursor ?? '', limit + 1);
    const items = found.slice(0, limit).map(({ id, number, itemName, amount, payee, dueAt, obstacle }) => ({
      id,
      number,
      itemName,
      amount,
      dueAt,
      obstacle,
      payee: payee === null ? null : { name: payee.name, bank: payee.bank, account: maskBankCard(payee.card) },
    }));
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Freezes a batch of these cases, whose amounts come to `total`. Throws `payment-not-possible` with every case that
   * cannot be paid, `payment-total-differs` where a case has changed since it was looked at.
   */
  async freeze(
    officer: OfficerCaller,
    key: string,
    cases: readonly string[],
    total: number,
  ): Promise<PaymentBatchView> {
    return this.idempotency.run(
      { callerId: officer.officerId, key, deed: 'payment-batch', body: { cases, total } },
      async () => {
        await this.payouts.record(officer, 'payment.freeze', cases);
        return async (tx) => this.#frozen(tx, officer, [...new Set(cases)], total);
      },
      async (id) => {
        await this.followUp.ofBatch(id);
        return this.one(officer, id);
      },
    );
  }

  async batches(officer: OfficerCaller, cursor: string | undefined, limit: number): Promise<PaymentBatchPage> {
    const { region } = officer;
    const rows = await this.database.read.find(PaymentBatch, {
      where: { region, ...(cursor === undefined ? {} : { id: LessThan(cursor) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = rows.slice(0, limit);
    return {
      items: await this.#summaries(shown),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async one(officer: OfficerCaller, id: string): Promise<PaymentBatchView> {
    const batch = await this.batch(officer, id);
    const payments = await this.database.read.find(Payment, { where: { batchId: id }, order: { ordinal: 'ASC' } });
    await this.payouts.record(
      officer,
      'payment.read',
      payments.map(({ caseId }) => caseId),
    );
    const cases = await this.payouts.named(
      this.database.read,
      payments.map(({ caseId }) => caseId),
    );
    const [summary] = await this.#summaries([batch]);
    if (summary === undefined) throw problem('batch-not-found');
    return {
      ...summary,
      payments: payments.map((payment) => {
        const payee = this.#payee(payment);
        const named = cases.get(payment.caseId);
        return {
          serial: payment.serial,
          caseId: payment.caseId,
          caseNumber: named?.number ?? '',
          itemName: named?.itemName ?? '',
          payee: payee.name,
          bank: payee.bank,
          account: maskBankCard(payee.card),
          amount: payment.amount,
          result: payment.result,
          resultOn: payment.resultOn,
          reason:
            payment.sealedReason === null
              ? null
              : this.vault.open(`payments:${payment.id}:reason`, payment.sealedReason),
          settled: payment.settledAt !== null,
        };
      }),
    };
  }

  /** The file for the bank, the same each time; from the first time on the batch stands. Throws `same-officer`. */
  async file(officer: OfficerCaller, id: string, format: BankFileFormat): Promise<{ number: string; bytes: Buffer }> {
    const { number } = await this.batch(officer, id);
    const payments = await this.database.read.find(Payment, { where: { batchId: id }, order: { ordinal: 'ASC' } });
    const caseIds = payments.map(({ caseId }) => caseId);
    await this.payouts.requireUnbarred(officer, caseIds);
    await this.payouts.record(officer, 'payment.export', caseIds);
    const marked = await this.database.transaction(async (tx) => {
      await tx.update(
        PaymentBatch,
        { id, exportedAt: IsNull() },
        { exportedAt: this.clock.now().toISOString(), exportedBy: officer.officerId },
      );
      // Dissolved meanwhile: nothing goes to the bank.
      return tx.existsBy(PaymentBatch, { id });
    });
    if (!marked) throw problem('batch-not-found');
    const lines = payments
      .filter(({ amount }) => amount > 0)
      .map((payment) => {
        const { name, bank, card } = this.#payee(payment);
        return { serial: payment.serial, name, bank, account: card, amount: payment.amount };
      });
    return { number, bytes: await bankFile(lines, format) };
  }

  /** Gives the cases of a batch back whose file nobody has taken. Throws `batch-with-bank`. */
  async dissolve(officer: OfficerCaller, id: string): Promise<void> {
    await this.batch(officer, id);
    const payments = await this.database.read.findBy(Payment, { batchId: id });
    await this.payouts.record(
      officer,
      'payment.dissolve',
      payments.map(({ caseId }) => caseId),
    );
    await this.database.transaction(async (tx) => {
      const gone = await tx.delete(PaymentBatch, { id, exportedAt: IsNull(), imports: 0 });
      if (gone.affected !== 1) throw problem('batch-with-bank');
      for (const { id: paymentId, caseId, result } of payments) {
        // Nothing was to be paid, so it is paid already.
        if (result !== null) throw problem('batch-with-bank');
        await this.payouts.letGo(tx, caseId, paymentId);
      }
      await tx.delete(Payment, { batchId: id });
    });
  }

  /** The batch, when it is of the officer's region. */
  async batch({ region }: OfficerCaller, id: string): Promise<PaymentBatch> {
    const batch = await this.database.read.findOneBy(PaymentBatch, { id, region });
    if (batch === null) throw problem('batch-not-found');
    return batch;
  }

  async #frozen(tx: EntityManager, officer: OfficerCaller, cases: readonly string[], total: number): Promise<string> {
    const found = await this.payouts.some(tx, officer, cases);
    // In one order, so that two payers do not wait for each other.
    const payables = new Map(found.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((one) => [one.id, one]));
    const refusals = cases.map((id) => {
      const payable = payables.get(id);
      return payable === undefined ? '不在待拨付里。' : payable.obstacle;
    });
    this.#requireNone(cases, refusals);
    const sum = [...payables.values()].reduce((all, { amount }) => all + amount, 0);
    if (sum !== total) throw problem('payment-total-differs');
    const id = newId();
    const now = this.clock.now();
    const number = `${officer.region}${shanghaiDate(now).replaceAll('-', '')}${String(randomInt(1_000_000)).padStart(6, '0')}`;
    await tx.insert(PaymentBatch, {
      id,
      region: officer.region,
      number,
      createdAt: now.toISOString(),
      createdBy: officer.officerId,
      exportedAt: null,
      exportedBy: null,
      imports: 0,
    });
    const taken = await this.#held(tx, officer, { id, number, today: shanghaiDate(now) }, [...payables.values()]);
    this.#requireNone(
      cases,
      cases.map((one) => (taken.has(one) ? '刚刚被别人处理了。' : null)),
    );
    return id;
  }

  /** Gives the cases that somebody else was faster with. */
  async #held(
    tx: EntityManager,
    officer: OfficerCaller,
    batch: { readonly id: string; readonly number: string; readonly today: string },
    payables: readonly Awaited<ReturnType<PayoutsService['some']>>[number][],
  ): Promise<ReadonlySet<string>> {
    const taken = new Set<string>();
    for (const [i, payable] of payables.entries()) {
      const id = newId();
      const { amount, payee } = payable;
      if (!(await this.payouts.hold(tx, officer, payable, id))) {
        taken.add(payable.id);
        continue;
      }
      try {
        await tx.insert(Payment, {
          id,
          batchId: batch.id,
          ordinal: i + 1,
          caseId: payable.id,
          standingCase: payable.id,
          serial: `${batch.number}${String(i + 1).padStart(4, '0')}`,
          amount,
          sealedPayee: this.vault.seal(`payments:${id}:payee`, JSON.stringify(payee)),
          // Nothing to pay needs no bank.
          ...(amount === 0 ? { result: 'paid' as const, resultOn: batch.today, toldBy: officer.officerId } : {}),
        });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        taken.add(payable.id);
      }
    }
    return taken;
  }

  #requireNone(cases: readonly string[], refusals: readonly (string | null)[]): void {
    const errors = cases.flatMap((_, i) => {
      const message = refusals[i] ?? null;
      return message === null ? [] : [{ pointer: `/cases/${i}`, code: 'not-payable', message }];
    });
    if (errors.length > 0) throw problem('payment-not-possible', { errors });
  }

  #payee({ id, sealedPayee }: Payment): z.infer<typeof payeeShape> {
    return openJson(this.vault, `payments:${id}:payee`, sealedPayee, payeeShape);
  }

  async #summaries(batches: readonly PaymentBatch[]): Promise<readonly PaymentBatchSummary[]> {
    const names = await this.officers.names(
      this.database.read,
      batches.flatMap(({ createdBy, exportedBy }) => [createdBy, exportedBy ?? createdBy]),
    );
    const sums = await this.#sums(batches.map(({ id }) => id));
    return batches.map(({ id, number, createdAt, createdBy, exportedAt, exportedBy }) => {
      const of = (result: Payment['result']) =>
        sums.find((one) => one.batchId === id && one.result === result) ?? { count: 0, total: 0 };
      const [waiting, paid, refused] = [of(null), of('paid'), of('refused')].map(({ count, total }) => ({
        count: Number(count),
        total: Number(total),
      }));
      const none = { count: 0, total: 0 };
      const parts = [waiting ?? none, paid ?? none, refused ?? none];
      return {
        id,
        number,
        createdAt,
        createdBy: names.get(createdBy) ?? '',
        exportedAt,
        exportedBy: exportedBy === null ? null : (names.get(exportedBy) ?? ''),
        all: {
          count: parts.reduce((all, { count }) => all + count, 0),
          total: parts.reduce((all, { total }) => all + total, 0),
        },
        waiting: waiting ?? none,
        paid: paid ?? none,
        refused: refused ?? none,
      };
    });
  }

  async #sums(
    ids: readonly string[],
  ): Promise<
    readonly { batchId: string; result: Payment['result']; count: number | string; total: number | string }[]
  > {
    if (ids.length === 0) return [];
    return this.database.read
      .createQueryBuilder(Payment, 'p')
      .select('p.batchId', 'batchId')
      .addSelect('p.result', 'result')
      .addSelect('COUNT(*)', 'count')
      .addSelect('SUM(p.amount)', 'total')
      .where({ batchId: In([...ids]) })
      .groupBy('p.batchId')
      .addGroupBy('p.result')
      .getRawMany();
  }
}
