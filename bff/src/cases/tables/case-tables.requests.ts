import { Text, Whole } from '../../http/fields.js';
import { Versioned } from '../../http/shared-requests.js';

export class AttachTable extends Versioned {
  @Text({ max: 64, description: 'An upload of purpose `table`: the .xlsx.' })
  upload!: string;
}

export class TableRowsQuery {
  @Whole({ optional: true, min: 0, max: 5000, description: 'The first row, counted from 0.' })
  from?: number;

  @Whole({ optional: true, min: 1, max: 500 })
  limit?: number;
}
