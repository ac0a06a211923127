import type { PhoneFinding } from './photo-findings';

/** A photo as the phone keeps it until it has arrived: read in pieces, forgotten afterwards. */
export interface KeptFile {
  /** Where photo-files finds it again, also after a restart. */
  readonly key: string;
  readonly length: number;
}

/** A photo that was just taken, and what the phone sees wrong with it. */
export interface TakenPhoto extends KeptFile {
  readonly findings: readonly PhoneFinding[];
}

export interface Picker {
  readonly from: 'camera' | 'album';
  /** How many at most. */
  readonly most: number;
  /** Kind of paper that is asked for, where one is. */
  readonly paper: string | null;
}

/** Longest side that is sent; more helps neither the reader nor the officer. */
export const LONGEST_SIDE = 4000;
