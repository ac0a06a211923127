/**
 * Photos that are no page of a case's material: of a letter, of a word in a conversation. Sent as soon as they are taken;
 * what the network cut off stays on the phone, and `again` goes on with it.
 *   const loose = useLoosePhotos('authorization-letter', (received) => setUploads([...uploads, ...received]));
 */
import { useState } from 'react';
import type { UploadView } from '@yiban/shared-types/cases';
import { ApiProblem, explained } from '../api/problem';
import { forgetFile, readPiece } from './photo-files';
import type { KeptFile } from './kept-file';
import { sendFile } from './send-photo';

export interface LoosePhotos {
  readonly sending: boolean;
  /** Taken and not arrived, while nothing is being sent. */
  readonly unsent: number;
  /** Why they did not arrive; null where nothing went wrong. */
  readonly problem: { readonly title: string; readonly detail: string } | null;
  readonly take: (files: readonly KeptFile[]) => Promise<void>;
  readonly again: () => Promise<void>;
}

/** `paper` is the kind of paper that was asked for; `onReceived` is told the uploads of those that arrived, in order. */
export function useLoosePhotos(paper: string, onReceived: (uploads: readonly string[]) => void): LoosePhotos {
  const [waiting, setWaiting] = useState<readonly KeptFile[]>([]);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<LoosePhotos['problem']>(null);

  async function send(files: readonly KeptFile[]) {
    setProblem(null);
    setSending(true);
    const received: string[] = [];
    let left = files;
    try {
      for (const file of files) {
        const { id, failure } = await sendLoosePhoto(file, paper);
        left = left.slice(1);
        await forgetFile(file.key);
        if (failure === null) received.push(id);
        else setProblem(failure);
      }
    } catch (error) {
      setProblem(explained(error));
      // The server will never take this one: sending it again would only keep back the others.
      if (isRefused(error)) left = left.slice(1);
    } finally {
      setWaiting(left);
      setSending(false);
      if (received.length > 0) onReceived(received);
    }
  }

  return {
    sending,
    unsent: sending ? 0 : waiting.length,
    problem,
    take: (files) => send([...waiting, ...files]),
    again: () => send(waiting),
  };
}

async function sendLoosePhoto({ key, length }: KeptFile, paper: string): Promise<UploadView> {
  return sendFile({
    length,
    purpose: 'photo',
    paper,
    begun: null,
    read: (offset, bytes) => readPiece(key, offset, bytes),
    onProgress: () => undefined,
  });
}

function isRefused(error: unknown): boolean {
  return (
    error instanceof ApiProblem && error.problem.status < 500 && ![401, 403, 423, 429].includes(error.problem.status)
  );
}
