import { Text } from '../http/fields.js';

const date = /^\d{4}-\d{2}-\d{2}$/;

export class FiguresQuery {
  @Text({
    optional: true,
    max: 10,
    pattern: date,
    description: 'First day, in Asia/Shanghai; else the first of this month.',
  })
  from?: string;

  @Text({
    optional: true,
    max: 10,
    pattern: date,
    description: 'Last day, at most a year after the first; else today.',
  })
  to?: string;
}
