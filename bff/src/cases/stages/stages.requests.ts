import { Flag, Text, Texts } from '../../http/fields.js';
import { Versioned } from '../../http/shared-requests.js';

export class SayToAgency {
  @Text({ max: 1000, pattern: /\S/ })
  text!: string;

  @Texts({ optional: true, most: 9, max: 64, description: 'Uploads: photos.' })
  uploads?: string[];
}

export class AnswerPerson {
  @Text({ max: 1000, pattern: /\S/, description: 'The person will read it.' })
  text!: string;
}

export class GiveFeedback extends Versioned {
  @Flag({ description: 'The institution has nothing against the preliminary result.' })
  agrees!: boolean;

  @Text({ optional: true, max: 1000, description: 'What it has against it; needed where it does not agree.' })
  text?: string;
}
