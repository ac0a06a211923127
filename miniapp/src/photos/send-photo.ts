/** Sends one file in pieces, going on from where it was cut. Used for photos and for signatures. */
import type { UploadView } from '@yiban/shared-types/cases';
import { CHUNK_BYTES, createUpload, oneUpload, sendChunk, uploadOffset } from '../api/uploads';
import type { NewUpload } from '../api/uploads';
import { ApiProblem } from '../api/problem';
import { Sha256, hexOf } from './sha256';

export interface Sending {
  readonly length: number;
  readonly purpose: NewUpload['purpose'];
  readonly paper: string | null;
  /** The upload that an earlier attempt began. */
  readonly begun: string | null;
  readonly read: (offset: number, length: number) => Promise<ArrayBuffer>;
  /** Told when the upload is made, and after each piece. */
  readonly onProgress: (upload: string, sent: number) => void;
}

/** A server that is still busy with the piece that was cut off lets go of it within seconds. */
const BUSY_PAUSE_MS = 1500;

/** The upload as it was received. Throws NoAnswer when the network went, ApiProblem when the file was refused. */
export async function sendFile(sending: Sending): Promise<UploadView> {
  const upload = (await begunUpload(sending)) ?? { id: await newUpload(sending), offset: 0 };
  let { offset } = upload;
  sending.onProgress(upload.id, offset);
  while (offset < sending.length) {
    offset = await sendPiece(sending, upload.id, offset);
    sending.onProgress(upload.id, offset);
  }
  return oneUpload(upload.id);
}

async function begunUpload({ begun }: Sending): Promise<{ id: string; offset: number } | null> {
  if (begun === null) return null;
  try {
    return { id: begun, offset: await uploadOffset(begun) };
  } catch (error) {
    if (isOneOf(error, 'upload-not-found', 'upload-expired')) return null;
    throw error;
  }
}

async function newUpload(sending: Sending): Promise<string> {
  const { length, purpose, paper } = sending;
  return createUpload({ length, purpose, paper, sha256: await hashOf(sending) });
}

async function hashOf({ length, read }: Sending): Promise<string> {
  const hash = new Sha256();
  for (let offset = 0; offset < length; offset += CHUNK_BYTES) {
    hash.update(new Uint8Array(await read(offset, Math.min(CHUNK_BYTES, length - offset))));
  }
  return hexOf(hash.digest());
}

async function sendPiece({ length, read }: Sending, id: string, offset: number): Promise<number> {
  const bytes = await read(offset, Math.min(CHUNK_BYTES, length - offset));
  try {
    return await sendChunk(id, { offset, bytes, digest: new Sha256().update(new Uint8Array(bytes)).digest() });
  } catch (error) {
    if (!isOneOf(error, 'upload-offset-conflict', 'upload-busy', 'upload-checksum-mismatch')) throw error;
    await pause(BUSY_PAUSE_MS);
    return uploadOffset(id);
  }
}

function isOneOf(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof ApiProblem && codes.includes(error.problem.code);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
