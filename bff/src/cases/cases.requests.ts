import type { Answers } from '@yiban/shared-types/cases';
import { Flag, Json, Part, Text, Texts, Whole } from '../http/fields.js';
import { Versioned } from '../http/shared-requests.js';

export class ForWhom {
  @Text({ optional: true, max: 36, description: 'A unit of GET /units.' })
  unit?: string;

  @Text({ optional: true, max: 36, description: 'A grant of GET /grants, received and usable.' })
  grant?: string;
}

export class OpenCase {
  @Text({ max: 40 })
  item!: string;

  @Text({ max: 6, min: 6, pattern: /^\d{6}$/ })
  region!: string;

  @Flag({ optional: true, description: 'Throw away the draft of this item that stands already.' })
  restart?: boolean;

  @Json({ optional: true, description: 'Answers that the way in brings along.' })
  form?: Answers;

  @Part(() => ForWhom, { optional: true, description: 'For whom; the person themselves where it is left out.' })
  for?: ForWhom;
}

export class SaveCase extends Versioned {
  @Json({ description: 'Answers by question; null takes one back, those not named stay.' })
  form!: Answers;
}

export class WithdrawCase extends Versioned {
  @Text({ optional: true, max: 200, description: 'Why, if the applicant wants to say.' })
  reason?: string;
}

export class AttachMaterial extends Versioned {
  @Text({ max: 40 })
  alternative!: string;

  @Texts({ optional: true, most: 60, max: 64, description: 'Uploads, in order.' })
  uploads?: string[];

  @Text({ optional: true, max: 64, description: 'Upload of the handwritten signature.' })
  signature?: string;
}

export class RateCase {
  @Whole({ min: 1, max: 5, description: '5 非常满意 … 1 非常不满意' })
  grade!: number;

  @Text({ optional: true, max: 500 })
  comment?: string;
}
