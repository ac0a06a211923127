/** A photo as the phone keeps it until it has arrived: read in pieces, forgotten afterwards. */
export interface KeptFile {
  /** Where photo-files finds it again, also after a restart. */
  readonly key: string;
  readonly length: number;
}

export interface Picker {
  readonly from: 'camera' | 'album';
  /** How many at most. */
  readonly most: number;
}

/** Longest side that is sent; more helps neither the reader nor the officer. */
export const LONGEST_SIDE = 4000;
