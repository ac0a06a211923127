import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { problem } from '../problems/problem.js';
import { taggedPicture, type TaggedAnswer } from './tagged-answer.js';

/** The catalogue's picture of what a photo of each kind of paper should show (`npm run samples`). */
@Injectable()
export class SamplePictures {
  readonly #folder: string;
  readonly #read = new Map<string, TaggedAnswer>();

  constructor(@Inject(CONFIG) config: Pick<Config, 'catalogueDir'>) {
    this.#folder = path.join(config.catalogueDir, 'samples');
  }

  /** Throws `unknown-paper`. */
  of(paper: string): TaggedAnswer {
    const picture = this.#read.get(paper) ?? taggedPicture(this.#file(paper));
    this.#read.set(paper, picture);
    return picture;
  }

  #file(paper: string): Buffer {
    // A name that could lead out of the folder is none.
    if (!/^[a-z-]{1,40}$/.test(paper)) throw problem('unknown-paper');
    try {
      return readFileSync(path.join(this.#folder, `${paper}.webp`));
    } catch {
      throw problem('unknown-paper');
    }
  }
}
