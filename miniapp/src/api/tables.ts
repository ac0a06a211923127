/** Answers that come as an .xlsx. */
import type { CaseView } from '@yiban/shared-types/cases';
import { asCaller } from '../session/session';
import { exchange } from './exchange';

/** Throws `table-rows-invalid` (problem.errors: every fault with its row and column), or why the file is no table. */
export async function attachTable(id: string, version: number, question: string, upload: string): Promise<CaseView> {
  const body = { version, upload };
  const path = `/cases/${id}/tables/${question}`;
  return (await asCaller<CaseView>({ method: 'PUT', path, body, timeoutMs: 60_000 })).data;
}

/** The rows as they were taken. */
export async function tableWorkbook(id: string, question: string): Promise<ArrayBuffer> {
  const path = `/cases/${id}/tables/${question}/workbook`;
  return (await asCaller<ArrayBuffer>({ method: 'GET', path, responseType: 'arraybuffer' })).data;
}

export async function template(region: string, item: string, question: string): Promise<ArrayBuffer> {
  const path = `/regions/${region}/items/${item}/tables/${question}/template`;
  return (await exchange<ArrayBuffer>({ method: 'GET', path, responseType: 'arraybuffer' })).data;
}
