/** Photos of a case that have arrived become part of it: of a material, or of a receipt in the form. */
import { useEffect } from 'react';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { NoAnswer } from '../api/problem';
import type { Draft } from '../drafts/draft';
import { onceOnline } from '../network/once-online';
import { onPhotoQueue, queuedPhotos, resumePhotos, settlePhoto } from '../photos/photo-queue';
import type { QueuedPhoto } from '../photos/queued-photo';
import { receiptMaterial } from './agenda';
import { asAnswer, onPhone, photoOnPhone, receiptsIn } from './receipt-draft';

const RETRY_MS = 5_000;

export function useCasePhotos(item: ItemPage, draft: Draft): void {
  useEffect(() => {
    let working = false;
    let left = false;

    async function takeOver() {
      if (working || left) return;
      working = true;
      try {
        for (let next = received(draft); next !== undefined && !left; next = received(draft))
          await takeOverOne(item, draft, next);
      } catch (error) {
        // The photo is safe on the server and remembered here; it is attached when the case can be written again.
        if (!left) onceOnline(RETRY_MS, () => void takeOver());
        if (!(error instanceof NoAnswer)) void draft.save();
      } finally {
        working = false;
      }
    }

    resumePhotos();
    void takeOver();
    const stop = onPhotoQueue(() => void takeOver());
    return () => {
      left = true;
      stop();
    };
  }, [item, draft]);
}

/** Of a case that may be filled in: one handed in lies below, while it is completed in another page of the app. */
function received(draft: Draft): QueuedPhoto | undefined {
  const { id, actions } = draft.state().view;
  if (!actions.includes('edit')) return undefined;
  return queuedPhotos().find(({ caseId, state }) => caseId === id && state === 'received');
}

async function takeOverOne(item: ItemPage, draft: Draft, { id, place, upload }: QueuedPhoto): Promise<void> {
  if (upload !== null && place.kind === 'material') await attachToMaterial(draft, place, upload);
  if (upload !== null && place.kind === 'receipt') await attachToReceipt(item, draft, place.question, id, upload);
  await settlePhoto(id);
}

async function attachToMaterial(
  draft: Draft,
  place: QueuedPhoto['place'] & { kind: 'material' },
  upload: string,
): Promise<void> {
  const { material, alternative, replaces } = place;
  await draft.attach(material, (standing) => {
    const before = standing?.alternative === alternative ? standing.uploads.map((one) => one.id) : [];
    const uploads = before.includes(replaces ?? '')
      ? before.map((one) => (one === replaces ? upload : one))
      : [...before.filter((one) => one !== upload), upload];
    return { alternative, uploads };
  });
}

async function attachToReceipt(
  item: ItemPage,
  draft: Draft,
  question: string,
  photo: string,
  upload: string,
): Promise<void> {
  const receipts = receiptsIn(draft.state().answers[question]).map((receipt) => ({
    ...receipt,
    uploads: receipt.uploads.map((one) => (one === onPhone(photo) ? upload : one)),
  }));
  draft.answer(question, asAnswer(receipts));
  await attachReceiptPhotos(item, draft, question);
}

/** The material of the receipts holds the photos of all of them, in their order. */
export async function attachReceiptPhotos(item: ItemPage, draft: Draft, question: string): Promise<void> {
  const target = receiptMaterial(item);
  if (target === null) return;
  const { material, way } = target;
  const wanted = () =>
    receiptsIn(draft.state().answers[question])
      .flatMap((receipt) => receipt.uploads)
      .filter((one) => photoOnPhone(one) === null);
  const standing = draft.state().view.materials.find((one) => one.material === material.id);
  if ((standing?.uploads ?? []).map(({ id }) => id).join() === wanted().join()) return;
  if (wanted().length > 0) await draft.attach(material.id, () => ({ alternative: way.id, uploads: wanted() }));
  else await draft.detach(material.id);
}
