/** What a supervisor asks of the BFF. */
import type { AgencyFigures } from '@yiban/shared-types/figures';
import { asOfficer } from '../agency/officer-session';
import type { Period } from './periods';

/** Throws `period-invalid`. */
export async function figuresOf({ from, to }: Period): Promise<AgencyFigures> {
  const path = `/agency/figures?from=${from}&to=${to}`;
  return (await asOfficer<AgencyFigures>({ method: 'GET', path, timeoutMs: 60_000 })).data;
}

export async function figuresFile({ from, to }: Period): Promise<ArrayBuffer> {
  const path = `/agency/figures/workbook?from=${from}&to=${to}`;
  return (await asOfficer<ArrayBuffer>({ method: 'GET', path, responseType: 'arraybuffer', timeoutMs: 60_000 })).data;
}
