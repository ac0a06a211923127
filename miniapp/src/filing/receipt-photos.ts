import type { KeptFile } from '../photos/kept-file';
import { enqueue } from '../photos/photo-queue';
import { onPhone } from './receipt-draft';

/** What stands among the receipt's uploads until each photo has arrived. */
export function enqueueForReceipt(
  files: readonly KeptFile[],
  caseId: string,
  question: string,
  paper: string | null,
): readonly string[] {
  return enqueue(files, { caseId, paper, place: { kind: 'receipt', question } }).map(onPhone);
}
