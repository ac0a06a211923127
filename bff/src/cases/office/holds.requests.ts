import { Text } from '../../http/fields.js';

export class HoldCase {
  @Text({ max: 24, pattern: /\S/, description: 'The number of the case.' })
  number!: string;

  @Text({ max: 500, pattern: /\S/, description: 'Why it is kept beyond its time.' })
  reason!: string;
}
