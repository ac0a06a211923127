import { Text } from '../http/fields.js';
import { PageQuery } from '../http/shared-requests.js';

export class DeletionsQuery extends PageQuery {
  @Text({ optional: true, max: 24, description: 'The number of one case: its proof alone, where it was deleted.' })
  number?: string;
}
