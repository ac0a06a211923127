import { Inject, Injectable } from '@nestjs/common';
import { Vault } from '../crypto/vault.js';
import { STORAGE, type Storage } from '../gateways/storage/storage.js';

export type PictureKind = 'full' | 'thumb';

/** What is kept of a photo or signature, sealed: the picture as we re-encoded it, and a small one for lists. */
@Injectable()
export class Pictures {
  constructor(
    @Inject(STORAGE) private readonly storage: Storage,
    private readonly vault: Vault,
  ) {}

  async keep(id: string, pictures: Readonly<Record<PictureKind, Buffer>>): Promise<void> {
    for (const kind of ['full', 'thumb'] as const) {
      const key = keyOf(id, kind);
      await this.storage.put(key, this.vault.sealBytes(key, pictures[kind]));
    }
  }

  /** Throws `ObjectMissing`. */
  async read(id: string, kind: PictureKind): Promise<Buffer> {
    const key = keyOf(id, kind);
    return this.vault.openBytes(key, await this.storage.get(key));
  }

  async discard(id: string): Promise<void> {
    for (const kind of ['full', 'thumb'] as const) await this.storage.delete(keyOf(id, kind));
  }
}

const keyOf = (id: string, kind: PictureKind): string => `photos/${id}/${kind}`;
