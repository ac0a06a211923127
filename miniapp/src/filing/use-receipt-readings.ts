/** Fills receipts in from their photos as these are read, whichever page of the step is open. */
import { useCallback } from 'react';
import type { PaperReading, ReceiptReading } from '@yiban/shared-types/reading';
import type { Draft } from '../drafts/draft';
import { asAnswer, photoOnPhone, receiptsIn } from './receipt-draft';
import type { ReceiptDraft } from './receipt-draft';
import { filledFrom } from './receipt-reading';
import { useReadings } from './use-readings';

type Readings = ReadonlyMap<string, PaperReading | null>;

export function useReceiptReadings(draft: Draft, question: string, receipts: readonly ReceiptDraft[]): Readings {
  const received = receipts.flatMap(({ uploads }) => uploads).filter((upload) => photoOnPhone(upload) === null);
  const fillIn = useCallback(
    (upload: string, { content }: PaperReading) => {
      if (content.kind !== 'receipt') return;
      const filled = receiptsIn(draft.state().answers[question]).map((receipt) =>
        receipt.uploads.includes(upload) ? filledFrom(receipt, content) : receipt,
      );
      draft.answer(question, asAnswer(filled));
    },
    [draft, question],
  );
  return useReadings(draft, received, fillIn);
}

/** The first of its photos that was read as a receipt. */
export function readingOf({ uploads }: ReceiptDraft, readings: Readings): ReceiptReading | undefined {
  return uploads.flatMap((upload) => readings.get(upload)?.content ?? []).find((content) => content.kind === 'receipt');
}
