import { ArrayMinSize, IsUUID } from 'class-validator';
import { Text, Texts } from '../../http/fields.js';

export class HandOver {
  @Texts({ most: 200, max: 36 })
  @ArrayMinSize(1)
  @IsUUID('all', { each: true })
  cases!: string[];

  @Text({ optional: true, max: 36, description: 'The officer who gets them; without one they go back to the queue.' })
  to?: string;

  @Text({ max: 300, pattern: /\S/, description: 'Why; officers see it in the history of each case.' })
  reason!: string;
}
