import { Text } from '../http/fields.js';

const date = { optional: true, min: 10, max: 10, pattern: /^\d{4}-\d{2}-\d{2}$/ };

export class PeriodQuery {
  @Text({ ...date, description: 'First day, yyyy-MM-dd; a year before the last one when left out.' })
  from?: string;

  @Text({ ...date, description: 'Last day; today when left out.' })
  to?: string;
}
