import type { PaperReading, ReadablePaper } from '@yiban/shared-types/reading';

export const READER = Symbol('reader');

/** Reads photographed papers, on our own machine: no photo of anyone's leaves it. */
export interface Reader {
  /**
   * What stands on a photo of the paper that was asked for. Takes a second and more; photos wait for one another.
   * Throws `ReaderUnavailable` where this installation cannot read at all, and another error for a photo that broke it or
   * when `signal` ended it.
   */
  read(bytes: Uint8Array, paper: ReadablePaper, signal?: AbortSignal): Promise<PaperReading>;
}

/** Reading needs a native module that is not to be had for every machine; everything else works without. */
export class ReaderUnavailable extends Error {
  constructor(cause: string) {
    super(`papers cannot be read on this machine: ${cause}`);
  }
}
