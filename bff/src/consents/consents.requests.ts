import type { ConsentKind } from '@yiban/shared-types/consents';
import { Flag, OneOf, Text } from '../http/fields.js';

const kinds: readonly ConsentKind[] = [
  'privacy-notice',
  'sensitive-data',
  'medical-data',
  'bank-data',
  'identity-papers',
  'others-data',
  'minor-data',
];

export class AnswerConsent {
  @OneOf(kinds)
  kind!: ConsentKind;

  @Text({ max: 20, pattern: /^\d+$/, description: 'Of the text that the person was shown.' })
  version!: string;

  @Flag({ description: 'True where the person agrees, false where they withdraw.' })
  given!: boolean;
}
