import type { BankFileFormat } from '@yiban/shared-types/payments';
import { OneOf, Text, Texts, Whole } from '../http/fields.js';

export class FreezeBatch {
  @Texts({ most: 500, max: 36, description: 'Ids of the cases.' })
  cases!: string[];

  @Whole({ min: 0, max: 9_000_000_000_000, description: 'What they come to in fen, as it was looked at.' })
  total!: number;
}

export class TakeFile {
  @OneOf(['gb18030', 'utf-8', 'xlsx'])
  format!: BankFileFormat;
}

export class ImportResults {
  @Text({ max: 1_000_000, pattern: /^[A-Za-z0-9+/]+={0,2}$/, description: 'The file of the bank, in Base64.' })
  file!: string;
}
