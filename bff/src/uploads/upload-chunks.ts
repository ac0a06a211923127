import { Inject, Injectable } from '@nestjs/common';
import { Vault } from '../crypto/vault.js';
import { STORAGE, type Storage } from '../gateways/storage/storage.js';
import { cover, type Piece } from './chunk-cover.js';

const keyShape = /^uploads\/(?<id>[0-9a-f-]{36})\/(?<start>\d+)-(?<end>\d+)$/;

/** The pieces of files on their way, sealed, one object a PATCH: `uploads/<id>/<start>-<end>`. */
@Injectable()
export class UploadChunks {
  constructor(
    @Inject(STORAGE) private readonly storage: Storage,
    private readonly vault: Vault,
  ) {}

  async keep(id: string, start: number, bytes: Buffer): Promise<void> {
    const key = `uploads/${id}/${start}-${start + bytes.length}`;
    await this.storage.put(key, this.vault.sealBytes(key, bytes));
  }

  /** The whole file of `length` bytes, or undefined when a piece is missing. */
  async whole(id: string, length: number): Promise<Buffer | undefined> {
    const pieces = (await this.storage.list(`uploads/${id}/`)).flatMap((key) => pieceOf(key) ?? []);
    const taken = cover(pieces, length);
    if (taken === undefined) return undefined;
    const parts: Buffer[] = [];
    for (const { piece, from, to } of taken) {
      const bytes = this.vault.openBytes(piece.key, await this.storage.get(piece.key));
      parts.push(bytes.subarray(from, to));
    }
    return Buffer.concat(parts, length);
  }

  async discard(id: string): Promise<void> {
    for (const key of await this.storage.list(`uploads/${id}/`)) await this.storage.delete(key);
  }

  /** Ids of all files of which there are pieces. */
  async present(): Promise<readonly string[]> {
    const keys = await this.storage.list('uploads/');
    return [...new Set(keys.flatMap((key) => keyShape.exec(key)?.groups?.['id'] ?? []))];
  }
}

function pieceOf(key: string): (Piece & { readonly key: string }) | undefined {
  const groups = keyShape.exec(key)?.groups;
  if (groups === undefined) return undefined;
  return { key, start: Number(groups['start']), end: Number(groups['end']) };
}
