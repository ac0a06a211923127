/**
 * The photos that are on their way, sent one after the other in the order they were taken; kept over restarts and gaps
 * in the network. Whoever fills in a case takes the received ones over (`received`) and then lets go of them (`settle`).
 */
import { useSyncExternalStore } from 'react';
import { NoAnswer, explained, ApiProblem } from '../api/problem';
import { storedPerson } from '../session/stored-session';
import { onceOnline } from '../network/once-online';
import { forgetFile, readPiece } from './photo-files';
import type { KeptFile, TakenPhoto } from './kept-file';
import { insistOn } from './insisted';
import { rememberPhotos, rememberedPhotos } from './queued-photo';
import type { PhotoPlace, QueuedPhoto } from './queued-photo';
import { sendFile } from './send-photo';

/** After a failure that is nobody's fault, tried again; sooner when the network comes back. */
const RETRY_MS = [2_000, 5_000, 15_000, 30_000] as const;

const listeners = new Set<() => void>();
let photos: readonly QueuedPhoto[] | undefined;
let working = false;
let failures = 0;

export function usePhotoQueue(): readonly QueuedPhoto[] {
  return useSyncExternalStore(onPhotoQueue, queuedPhotos);
}

export function queuedPhotos(): readonly QueuedPhoto[] {
  photos ??= rememberedPhotos();
  return photos;
}

export function onPhotoQueue(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface NewPhoto {
  readonly caseId: string;
  readonly place: PhotoPlace;
  readonly paper: string | null;
}

/** Ids of the photos, in order. One with something wrong waits for `sendAsItIs`. */
export function enqueue(files: readonly TakenPhoto[], { caseId, place, paper }: NewPhoto): readonly string[] {
  const added = files.map(({ findings, ...file }, index): QueuedPhoto => {
    const replaces = place.kind === 'material' && index > 0 ? { ...place, replaces: null } : place;
    return {
      id: newPhotoId(),
      file,
      caseId,
      person: caller(),
      place: replaces,
      paper,
      upload: null,
      sent: 0,
      state: findings.length > 0 ? 'asked' : 'waiting',
      findings,
      problem: null,
    };
  });
  change([...queuedPhotos(), ...added]);
  void sendWaiting();
  return added.map(({ id }) => id);
}

/** Begins with what an earlier run left. */
export function resumePhotos(): void {
  void sendWaiting();
}

/** The person keeps a photo that they were asked about. */
export function sendAsItIs(id: string): void {
  update(id, { state: 'waiting' });
  void sendWaiting();
}

/** Lets go of a photo: it is part of its case now, or was taken away. */
export async function settlePhoto(id: string): Promise<void> {
  const photo = queuedPhotos().find((one) => one.id === id);
  change(queuedPhotos().filter((one) => one.id !== id));
  if (photo !== undefined) await forgetFile(photo.file.key);
}

async function sendWaiting(): Promise<void> {
  if (working) return;
  working = true;
  try {
    for (let next = firstWaiting(); next !== undefined; next = firstWaiting()) {
      if (!(await sendOne(next))) return retryLater();
    }
    failures = 0;
  } finally {
    working = false;
  }
}

function firstWaiting(): QueuedPhoto | undefined {
  return queuedPhotos().find(({ state, person }) => state === 'waiting' && person === caller());
}

/** False when it has to wait for better times. */
async function sendOne({ id, file, paper, upload, findings = [] }: QueuedPhoto): Promise<boolean> {
  update(id, { state: 'sending' });
  try {
    const view = await sendFile({
      length: file.length,
      purpose: 'photo',
      paper,
      begun: upload,
      read: (offset, length) => readFrom(file, offset, length),
      onProgress: (begun, sent) => update(id, { upload: begun, sent }),
    });
    if (view.status === 'failed') update(id, { state: 'failed', problem: view.failure?.detail ?? LOST });
    else {
      insistOn(view.id, findings);
      update(id, { state: 'received' });
    }
    return true;
  } catch (error) {
    if (error instanceof FileLost) update(id, { state: 'failed', problem: LOST });
    else if (error instanceof ApiProblem && !isPassing(error))
      update(id, { state: 'failed', upload: null, problem: explained(error).detail });
    else {
      update(id, { state: 'waiting' });
      if (error instanceof NoAnswer || error instanceof ApiProblem) return false;
      throw error;
    }
    return true;
  }
}

const LOST = '手机里找不到这张照片了，请重新拍一张。';

class FileLost extends Error {}

async function readFrom({ key }: KeptFile, offset: number, length: number): Promise<ArrayBuffer> {
  try {
    return await readPiece(key, offset, length);
  } catch {
    throw new FileLost();
  }
}

/** The server or the session is away for a while; the photo is all right. */
function isPassing({ problem }: ApiProblem): boolean {
  return problem.status >= 500 || [401, 403, 423, 429].includes(problem.status);
}

function retryLater(): void {
  const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0;
  failures += 1;
  onceOnline(wait, () => void sendWaiting());
}

function newPhotoId(): string {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
}

function caller(): string {
  return storedPerson()?.idNo ?? '';
}

function update(id: string, news: Partial<QueuedPhoto>): void {
  change(queuedPhotos().map((photo) => (photo.id === id ? { ...photo, ...news } : photo)));
}

function change(next: readonly QueuedPhoto[]): void {
  photos = next;
  rememberPhotos(next);
  listeners.forEach((tell) => tell());
}
