import { Json, Text, Whole } from '../http/fields.js';

const date = /^\d{4}-\d{2}-\d{2}$/;

export class OnDay {
  @Text({ optional: true, min: 10, max: 10, pattern: date, description: 'The region as it stands on that day; now.' })
  on?: string;
}

export class ChangeOfRules {
  @Json({ description: 'What is changed, field by field: RulesChange.' })
  changes!: object;

  @Text({ min: 10, max: 10, pattern: date, description: 'Takes effect at the beginning of that day; today: at once.' })
  effectiveOn!: string;

  @Text({ max: 200, pattern: /\S/, description: 'The document that it rests on.' })
  basis!: string;
}

export class PublishRules extends ChangeOfRules {
  @Whole({ min: 0, max: 1_000_000, description: 'The newest version that was seen; a stale one is refused.' })
  over!: number;
}

export class NoticeText {
  @Text({ max: 8000, pattern: /\S/, description: 'The State Council’s notice, as published.' })
  text!: string;
}

export class TakeNotice extends NoticeText {
  @Text({ max: 200, pattern: /\S/, description: 'Name and number of the notice.' })
  basis!: string;
}
