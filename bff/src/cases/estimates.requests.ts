import { OneOf, Text, Whole } from '../http/fields.js';

export class EstimateAllowance {
  @OneOf(['birth', 'miscarriage'])
  event!: 'birth' | 'miscarriage';

  @Text({ optional: true, max: 20, description: 'natural, assisted, caesarean; of a birth.' })
  birthKind?: string;

  @Whole({ optional: true, min: 1, max: 9, description: 'How many children were born.' })
  children?: number;

  @OneOf(['under-four-months', 'four-months-or-more'], { optional: true })
  pregnancyLength?: 'under-four-months' | 'four-months-or-more';

  @Whole({ optional: true, min: 1, max: 99_999_999, description: 'Of the employer, last year, in fen.' })
  averageMonthlyWage?: number;
}
