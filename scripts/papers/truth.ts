import type { ReadablePaper } from '@yiban/shared-types/reading';

/** What stands on a drawn paper: the fields of a reading, by their names; amounts in fen. */
export interface PaperTruth {
  readonly paper: ReadablePaper;
  readonly fields: Readonly<Record<string, string | number>>;
}
