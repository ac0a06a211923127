import { Text } from '../../http/fields.js';

export class CloseRectification {
  @Text({ max: 500, pattern: /\S/, description: 'What came of it, in words for the person.' })
  outcome!: string;
}
