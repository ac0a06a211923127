/** Sends the handwritten name and puts it under the letter; what was sent already is not sent twice. */
import { useRef } from 'react';
import { newKey } from '../../../api/cases';
import { signGrant } from '../../../api/grants';
import { NoAnswer } from '../../../api/problem';
import { sendFile } from '../../../photos/send-photo';

/** `code` is the link's, on the principal's own phone; null beside the proxy. */
export function useSigning(grant: string, code: string | null): (png: ArrayBuffer) => Promise<void> {
  const begun = useRef<{ readonly png: ArrayBuffer; readonly upload: string; readonly key: string } | null>(null);
  return async (png) => {
    const before = begun.current?.png === png ? begun.current : null;
    const key = before?.key ?? newKey();
    const { id } = await sendFile({
      length: png.byteLength,
      purpose: 'signature',
      paper: null,
      begun: before?.upload ?? null,
      read: async (offset, length) => png.slice(offset, offset + length),
      onProgress: (upload) => {
        begun.current = { png, upload, key };
      },
    });
    try {
      await signGrant(grant, { signature: id, ...(code === null ? {} : { code }) }, key);
    } catch (error) {
      if (!(error instanceof NoAnswer)) begun.current = null;
      throw error;
    }
  };
}
