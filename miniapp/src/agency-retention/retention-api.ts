/** What a supervisor or administrator asks about cases whose time is over. */
import type { DeletionPage, HeldCases } from '@yiban/shared-types/retention';
import { asOfficer } from '../agency/officer-session';

/** `number`: the proof of that case alone. */
export async function deletions(number: string, cursor: string | null): Promise<DeletionPage> {
  const asked = `${number === '' ? '' : `&number=${encodeURIComponent(number)}`}${cursor === null ? '' : `&cursor=${cursor}`}`;
  return (await asOfficer<DeletionPage>({ method: 'GET', path: `/agency/deletions?limit=20${asked}` })).data;
}

export async function deletionsFile(): Promise<ArrayBuffer> {
  const path = '/agency/deletions/workbook';
  return (await asOfficer<ArrayBuffer>({ method: 'GET', path, responseType: 'arraybuffer', timeoutMs: 60_000 })).data;
}

export async function heldCases(): Promise<HeldCases> {
  return (await asOfficer<HeldCases>({ method: 'GET', path: '/agency/holds' })).data;
}

/** Throws `case-not-found`. */
export async function holdCase(number: string, reason: string): Promise<HeldCases> {
  return (await asOfficer<HeldCases>({ method: 'POST', path: '/agency/holds', body: { number, reason } })).data;
}

export async function letGo(caseId: string): Promise<HeldCases> {
  return (await asOfficer<HeldCases>({ method: 'DELETE', path: `/agency/holds/${caseId}` })).data;
}
