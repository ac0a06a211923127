import { IsUUID } from 'class-validator';
import { Text } from '../../http/fields.js';
import { PageQuery } from '../../http/shared-requests.js';

const day = {
  optional: true,
  min: 10,
  max: 10,
  pattern: /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

export class AuditQuery extends PageQuery {
  @Text({ optional: true, max: 36, description: 'Id of a case.' })
  @IsUUID('all')
  case?: string;

  @Text({ optional: true, max: 36, description: 'Id of an officer.' })
  @IsUUID('all')
  officer?: string;

  @Text({ ...day, description: 'First day, in China.' })
  from?: string;

  @Text({ ...day, description: 'Last day, in China.' })
  to?: string;
}
