/**
 * Photos that are no page of a case's material: of a letter, of a word in a conversation. Sent as soon as they are taken;
 * what the network cut off stays on the phone, and `again` goes on with it.
 *   const loose = useLoosePhotos('authorization-letter', (received) => setUploads([...uploads, ...received]));
 */
import { useState } from 'react';
import type { UploadView } from '@yiban/shared-types/cases';
import { ApiProblem, explained } from '../api/problem';
import { forgetFile, readPiece } from './photo-files';
import type { KeptFile, TakenPhoto } from './kept-file';
import { findingWords } from './finding-words';
import { sendFile } from './send-photo';

export interface LoosePhotos {
  readonly sending: boolean;
  /** Taken and not arrived, while nothing is being sent. */
  readonly unsent: number;
  /** Why they did not arrive; null where nothing went wrong. */
  readonly problem: { readonly title: string; readonly detail: string } | null;
  /** Photos that are kept back, each with what the phone sees wrong with it, until `insist` or `drop` says what becomes of them. */
  readonly asked: readonly { readonly file: KeptFile; readonly words: string }[];
  readonly take: (files: readonly TakenPhoto[]) => Promise<void>;
  readonly insist: () => Promise<void>;
  readonly drop: () => Promise<void>;
  readonly again: () => Promise<void>;
}

/** `paper` is the kind of paper that was asked for; `onReceived` is told the uploads of those that arrived, in order. */
export function useLoosePhotos(paper: string, onReceived: (uploads: readonly string[]) => void): LoosePhotos {
  const [waiting, setWaiting] = useState<readonly KeptFile[]>([]);
  const [asked, setAsked] = useState<LoosePhotos['asked']>([]);
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
    asked,
    take: async (files) => {
      const doubtful = files.filter(({ findings }) => findings.length > 0);
      if (doubtful.length > 0) setAsked([...asked, ...doubtful.map(askAbout)]);
      const clear = files.filter(({ findings }) => findings.length === 0);
      if (clear.length > 0) await send([...waiting, ...clear]);
    },
    insist: async () => {
      setAsked([]);
      await send([...waiting, ...asked.map(({ file }) => file)]);
    },
    drop: async () => {
      setAsked([]);
      await Promise.all(asked.map(({ file }) => forgetFile(file.key)));
    },
    again: () => send(waiting),
  };
}

function askAbout({ findings, ...file }: TakenPhoto): LoosePhotos['asked'][number] {
  return { file, words: findings.map((finding) => findingWords[finding]).join('') };
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
