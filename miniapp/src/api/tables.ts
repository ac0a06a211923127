/** Answers that come as an .xlsx. */
import type { CaseView, TableRows } from '@yiban/shared-types/cases';
import { asCaller } from '../session/session';
import { apiBase } from './api-base';
import { exchange } from './exchange';

/** Throws `table-rows-invalid` (problem.errors: every fault with its row and column), or why the file is no table. */
export async function attachTable(id: string, version: number, question: string, upload: string): Promise<CaseView> {
  const body = { version, upload };
  return (await asCaller<CaseView>({ method: 'PUT', path: `/cases/${id}/tables/${question}`, body, timeoutMs: 60_000 }))
    .data;
}

export async function tableRows(id: string, question: string, from: number): Promise<TableRows> {
  return (await asCaller<TableRows>({ method: 'GET', path: `/cases/${id}/tables/${question}?from=${from}&limit=50` }))
    .data;
}

/** Where the template is, for a link. */
export function templateAddress(region: string, item: string, question: string): string {
  return apiBase + templatePath(region, item, question);
}

export async function template(region: string, item: string, question: string): Promise<ArrayBuffer> {
  const path = templatePath(region, item, question);
  return (await exchange<ArrayBuffer>({ method: 'GET', path, responseType: 'arraybuffer' })).data;
}

function templatePath(region: string, item: string, question: string): string {
  return `/regions/${region}/items/${item}/tables/${question}/template`;
}
