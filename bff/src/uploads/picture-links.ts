import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { problem } from '../problems/problem.js';
import type { PictureKind } from './pictures.js';

/** A link is good for five to ten minutes: it changes every five, so that a list shown again finds its pictures cached. */
const stepSeconds = 300;

const pathOf = { full: 'picture', thumb: 'thumbnail' } as const satisfies Record<PictureKind, string>;

/** Links to pictures that work without a session (an `<img>` sends none), for a few minutes, and tell nothing of a person. */
@Injectable()
export class PictureLinks {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Path on this host. */
  make(id: string, kind: PictureKind): string {
    const expiry = (Math.floor(this.#nowSeconds() / stepSeconds) + 2) * stepSeconds;
    return `/api/v1/uploads/${id}/${pathOf[kind]}?token=${expiry.toString(36)}.${this.#signature(id, kind, expiry)}`;
  }

  /** Seconds for which the link is still good. Throws `upload-not-found` for a forged one, `upload-link-expired`. */
  check(id: string, kind: PictureKind, token: string): number {
    const [expiryText = '', signature = ''] = token.split('.');
    const expiry = Number.parseInt(expiryText, 36);
    const right = Buffer.from(this.#signature(id, kind, expiry));
    const given = Buffer.from(signature);
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw problem('upload-not-found');
    const left = expiry - this.#nowSeconds();
    if (left <= 0) throw problem('upload-link-expired');
    return Math.floor(left);
  }

  #signature(id: string, kind: PictureKind, expiry: number): string {
    return this.vault.index('picture-link', `${id} ${kind} ${expiry}`);
  }

  #nowSeconds(): number {
    return this.clock.now().getTime() / 1000;
  }
}
