import type { DocumentVerification } from '@yiban/shared-types/documents';
import { exchange } from './exchange';

/** Throws `verification-not-found`. */
export async function verification(code: string): Promise<DocumentVerification> {
  return (await exchange<DocumentVerification>({ method: 'GET', path: `/verify/${encodeURIComponent(code)}` })).data;
}
