/** What a payer asks of the BFF. */
import type {
  BankFileFormat,
  PayableCase,
  PayablePage,
  PaymentBatchPage,
  PaymentBatchView,
  ResultsImport,
} from '@yiban/shared-types/payments';
import { base64Of } from '../api/base64';
import { asOfficer } from '../agency/officer-session';

/** A bank's file has so many payments at most. */
const MOST_IN_BATCH = 500;

/** All that waits, up to what one batch takes. */
export async function payables(): Promise<readonly PayableCase[]> {
  const all: PayableCase[] = [];
  for (let cursor: string | null = ''; cursor !== null && all.length < MOST_IN_BATCH;) {
    const path: string = `/agency/payables?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page: PayablePage = (await asOfficer<PayablePage>({ method: 'GET', path })).data;
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

export async function batches(cursor: string | null): Promise<PaymentBatchPage> {
  const path = `/agency/payment-batches?limit=20${cursor === null ? '' : `&cursor=${cursor}`}`;
  return (await asOfficer<PaymentBatchPage>({ method: 'GET', path })).data;
}

export async function batchOf(id: string): Promise<PaymentBatchView> {
  return (await asOfficer<PaymentBatchView>({ method: 'GET', path: `/agency/payment-batches/${id}` })).data;
}

/** Throws `payment-not-possible` with a fault for each case, `payment-total-differs`. */
export async function freeze(cases: readonly string[], total: number, key: string): Promise<PaymentBatchView> {
  const headers = { 'idempotency-key': key };
  const body = { cases, total };
  return (await asOfficer<PaymentBatchView>({ method: 'POST', path: '/agency/payment-batches', body, headers })).data;
}

export async function bankFile(id: string, format: BankFileFormat): Promise<ArrayBuffer> {
  const path = `/agency/payment-batches/${id}/file`;
  const request = { method: 'POST', path, body: { format }, responseType: 'arraybuffer' } as const;
  return (await asOfficer<ArrayBuffer>(request)).data;
}

/** Throws `results-unreadable`, `results-invalid` with a fault for each bad row. */
export async function importResults(id: string, file: ArrayBuffer, key: string): Promise<ResultsImport> {
  const path = `/agency/payment-batches/${id}/results`;
  const body = { file: base64Of(new Uint8Array(file)) };
  const headers = { 'idempotency-key': key };
  return (await asOfficer<ResultsImport>({ method: 'POST', path, body, headers, timeoutMs: 60_000 })).data;
}

/** Throws `batch-with-bank` once somebody has taken the file. */
export async function dissolve(id: string): Promise<void> {
  await asOfficer({ method: 'POST', path: `/agency/payment-batches/${id}/dissolve`, body: {} });
}
