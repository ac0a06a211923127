import type { Answers, CasePage, CaseView, CheckResult, RatingGrade } from '@yiban/shared-types/cases';
import { asCaller } from '../session/session';
import type { Json, Method } from './exchange';

/** A key for a write that may be repeated: made once per deed, kept until it is answered. */
export function newKey(): string {
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')).join('-');
}

export async function cases(cursor?: string): Promise<CasePage> {
  return send('GET', `/cases${cursor === undefined ? '' : `?cursor=${cursor}`}`);
}

export async function oneCase(id: string): Promise<CaseView> {
  return send('GET', `/cases/${id}`);
}

/** Throws `draft-exists` (problem.draftId) where a draft of the item stands and `restart` is not said. */
export async function openCase(
  draft: {
    item: string;
    region: string;
    restart?: boolean;
    form?: Answers;
    for?: { unit: string } | { grant: string };
  },
  key: string,
): Promise<CaseView> {
  return send('POST', '/cases', draft, key);
}

/** Saves some answers; null takes one back. Throws `stale-case` (problem.currentVersion). */
export async function saveCase(id: string, version: number, form: Answers): Promise<CaseView> {
  return send('PATCH', `/cases/${id}`, { version, form });
}

export async function discardCase(id: string): Promise<void> {
  await send('DELETE', `/cases/${id}`);
}

export async function checkCase(id: string): Promise<CheckResult> {
  return send('POST', `/cases/${id}/check`, {});
}

export async function submitCase(id: string, version: number, key: string): Promise<CaseView> {
  return send('POST', `/cases/${id}/submit`, { version }, key);
}

export async function supplementCase(id: string, version: number, key: string): Promise<CaseView> {
  return send('POST', `/cases/${id}/supplement`, { version }, key);
}

export async function withdrawCase(id: string, version: number, key: string): Promise<CaseView> {
  return send('POST', `/cases/${id}/withdraw`, { version }, key);
}

export async function rateCase(id: string, grade: RatingGrade, comment?: string): Promise<CaseView> {
  return send('POST', `/cases/${id}/rating`, comment === undefined ? { grade } : { grade, comment });
}

export interface Attachment {
  readonly alternative: string;
  readonly uploads?: readonly string[];
  /** Upload of the handwritten signature. */
  readonly signature?: string;
}

export async function attachMaterial(
  id: string,
  version: number,
  material: string,
  attachment: Attachment,
): Promise<CaseView> {
  return send('PUT', `/cases/${id}/materials/${material}`, { version, ...attachment });
}

export async function detachMaterial(id: string, version: number, material: string): Promise<CaseView> {
  return send('DELETE', `/cases/${id}/materials/${material}?version=${version}`);
}

/** Takes a certificate back. Throws `document-withdrawn`, `document-not-withdrawable`. */
export async function withdrawPaper(id: string, document: string): Promise<CaseView> {
  return send('POST', `/cases/${id}/documents/${document}/withdraw`, {});
}

/** The PDF of a document: issued, or as it would be now. */
export async function documentPdf(id: string, document: string): Promise<ArrayBuffer> {
  const answer = await asCaller<ArrayBuffer>({
    method: 'GET',
    path: `/cases/${id}/documents/${document}`,
    responseType: 'arraybuffer',
  });
  return answer.data;
}

async function send<T extends Json>(method: Method, path: string, body?: object, key?: string): Promise<T> {
  const answer = await asCaller<T>({
    method,
    path,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
  return answer.data;
}
