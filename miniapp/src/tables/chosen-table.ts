/** A spreadsheet that was chosen, read in pieces when it is sent. */
export interface ChosenTable {
  readonly name: string;
  readonly length: number;
  readonly read: (offset: number, length: number) => Promise<ArrayBuffer>;
}
