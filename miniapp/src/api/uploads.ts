/** Photos on their way to the BFF, in pieces: tus 1.0.0 (https://tus.io/protocols/resumable-upload). */
import type { UploadView } from '@yiban/shared-types/cases';
import type { UploadReading } from '@yiban/shared-types/reading';
import type { Trim } from '@yiban/shared-types/uploads';
import { asCaller } from '../session/session';
import { base64Of } from './base64';

/** Bytes of one piece. The BFF takes 1 MB; half of that loses less to a cut and shows progress sooner. */
export const CHUNK_BYTES = 512 * 1024;

const TUS = { 'tus-resumable': '1.0.0' } as const;
const OCTETS = { 'content-type': 'application/offset+octet-stream' } as const;

export interface NewUpload {
  readonly length: number;
  readonly purpose: 'photo' | 'signature' | 'table';
  /** Kind of paper that was asked for. */
  readonly paper: string | null;
  /** Of the whole file, hex. */
  readonly sha256: string;
}

/** The id under which the pieces are sent. */
export async function createUpload({ length, purpose, paper, sha256 }: NewUpload): Promise<string> {
  const metadata = { purpose, sha256, ...(paper === null ? {} : { paper }) };
  const { headers } = await asCaller({
    method: 'POST',
    path: '/uploads',
    headers: { ...TUS, ...OCTETS, 'upload-length': String(length), 'upload-metadata': metadataHeader(metadata) },
  });
  return (headers['location'] ?? '').split('/').pop() ?? '';
}

/** How many bytes have arrived. Throws `upload-not-found`, `upload-expired`. */
export async function uploadOffset(id: string): Promise<number> {
  const { headers } = await asCaller({ method: 'HEAD', path: `/uploads/${id}`, headers: { ...TUS, ...OCTETS } });
  return Number(headers['upload-offset']);
}

export interface Chunk {
  readonly offset: number;
  readonly bytes: ArrayBuffer;
  /** SHA-256 of these bytes. */
  readonly digest: Uint8Array;
}

/** The offset after this piece. Throws `upload-offset-conflict`, `upload-busy`, `upload-checksum-mismatch`, or why the file was refused. */
export async function sendChunk(id: string, { offset, bytes, digest }: Chunk): Promise<number> {
  const { headers } = await asCaller({
    method: 'PATCH',
    path: `/uploads/${id}`,
    body: bytes,
    headers: {
      ...TUS,
      ...OCTETS,
      'upload-offset': String(offset),
      'upload-checksum': `sha256 ${base64Of(digest)}`,
    },
    timeoutMs: 120_000,
  });
  return Number(headers['upload-offset'] ?? offset + bytes.byteLength);
}

export async function oneUpload(id: string): Promise<UploadView> {
  return (await asCaller<UploadView>({ method: 'GET', path: `/uploads/${id}` })).data;
}

/** The photo cut and turned, as an upload of its own. Throws `upload-trim`. */
export async function trimUpload(id: string, trim: Trim, key: string): Promise<UploadView> {
  const headers = { 'idempotency-key': key };
  return (await asCaller<UploadView>({ method: 'POST', path: `/uploads/${id}/trim`, body: trim, headers })).data;
}

/** What the server has read from a photo so far. */
export async function uploadReading(id: string): Promise<UploadReading> {
  return (await asCaller<UploadReading>({ method: 'GET', path: `/uploads/${id}/reading` })).data;
}

/** The address of an upload's picture, for an <img>; good for some minutes. */
export function pictureAddress(link: string | null): string | undefined {
  return link === null ? undefined : `${API_ORIGIN}${link}`;
}

function metadataHeader(metadata: Readonly<Record<string, string>>): string {
  return Object.entries(metadata)
    .map(([name, value]) => `${name} ${base64Of(Uint8Array.from(value, (letter) => letter.charCodeAt(0)))}`)
    .join(',');
}
