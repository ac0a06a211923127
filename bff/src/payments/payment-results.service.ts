import { Injectable } from '@nestjs/common';
import type { ResultsImport } from '@yiban/shared-types/payments';
import { IsNull, type EntityManager } from 'typeorm';
import { PayoutsService } from '../cases/office/payouts.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { problem } from '../problems/problem.js';
import { TablesService } from '../tables/tables.service.js';
import { csvRows } from './csv.js';
import { PaymentBatch } from './payment-batch.entity.js';
import { PaymentFollowUp } from './payment-follow-up.js';
import { Payment } from './payment.entity.js';
import { PaymentsService } from './payments.service.js';
import { readResults } from './result-rows.js';

/** What the bank says, as a file. All rows of a file are taken, or none; a file may be imported again. */
@Injectable()
export class PaymentResultsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly payments: PaymentsService,
    private readonly payouts: PayoutsService,
    private readonly followUp: PaymentFollowUp,
    private readonly tables: TablesService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Throws `results-unreadable`, `results-invalid` with every bad row, `same-officer`, `batch-not-found`. */
  async import(officer: OfficerCaller, key: string, id: string, file: Buffer): Promise<ResultsImport> {
    let counted = { applied: 0, known: 0 };
    return this.idempotency.run(
      { callerId: officer.officerId, key, deed: `payment-results ${id}`, body: { file: file.toString('base64') } },
      async () => {
        const batch = await this.payments.batch(officer, id);
        const payments = await this.database.read.findBy(Payment, { batchId: id });
        const caseIds = payments.map(({ caseId }) => caseId);
        await this.payouts.requireUnbarred(officer, caseIds);
        await this.payouts.record(officer, 'payment.import', caseIds);
        const table = await this.#table(file);
        return async (tx) => {
          counted = await this.#applied(tx, officer, batch, table);
          return id;
        };
      },
      async () => {
        await this.followUp.ofBatch(id);
        return { batch: await this.payments.one(officer, id), ...counted };
      },
    );
  }

  async #applied(
    tx: EntityManager,
    officer: OfficerCaller,
    { id, createdAt }: PaymentBatch,
    table: readonly (readonly string[])[],
  ): Promise<{ applied: number; known: number }> {
    // Held until the end: a second import of the batch waits here, and then sees what this one did.
    await tx.increment(PaymentBatch, { id }, 'imports', 1);
    const payments = new Map((await tx.findBy(Payment, { batchId: id })).map((one) => [one.serial, one]));
    const read = readResults(table, payments, {
      from: shanghaiDate(new Date(createdAt)),
      until: shanghaiDate(this.clock.now()),
    });
    if (read === null) throw problem('results-unreadable');
    if (read.faults.length > 0) throw problem('results-invalid', { errors: read.faults });
    let applied = 0;
    for (const { serial, result, on, reason } of read.rows) {
      const payment = payments.get(serial);
      if (payment === undefined || payment.result !== null) continue;
      const told = await tx.update(
        Payment,
        { id: payment.id, result: IsNull() },
        {
          result,
          resultOn: on,
          toldBy: officer.officerId,
          sealedReason: reason === null ? null : this.vault.seal(`payments:${payment.id}:reason`, reason),
        },
      );
      applied += told.affected ?? 0;
    }
    return { applied, known: read.rows.length - applied };
  }

  /** A workbook, or CSV in UTF-8 or GB18030. */
  async #table(file: Buffer): Promise<readonly (readonly string[])[]> {
    if (file.subarray(0, 2).toString('latin1') === 'PK') {
      const sheet = await this.tables.read(file);
      if (sheet.failure !== null) throw problem('results-unreadable');
      return sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''));
    }
    return csvRows(decoded(file));
  }
}

function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030').decode(file);
  }
}
