import type { Answers } from '@yiban/shared-types/cases';
import { Flag, Json, Text, Texts, Whole } from '../http/fields.js';

const version = { min: 1, max: 1_000_000, description: 'The version that was read; a stale one is refused.' };

export class OpenCase {
  @Text({ max: 40 })
  item!: string;

  @Text({ max: 6, min: 6, pattern: /^\d{6}$/ })
  region!: string;

  @Flag({ optional: true, description: 'Throw away the draft of this item that stands already.' })
  restart?: boolean;

  @Json({ optional: true, description: 'Answers that the way in brings along.' })
  form?: Answers;
}

export class SaveCase {
  @Whole(version)
  version!: number;

  @Json({ description: 'Answers by question; null takes one back, those not named stay.' })
  form!: Answers;
}

export class MoveCase {
  @Whole(version)
  version!: number;
}

export class WithdrawCase extends MoveCase {
  @Text({ optional: true, max: 200, description: 'Why, if the applicant wants to say.' })
  reason?: string;
}

export class AttachMaterial extends MoveCase {
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

export class PageQuery {
  @Text({ optional: true, max: 64 })
  cursor?: string;

  @Whole({ optional: true, min: 1, max: 100 })
  limit?: number;
}
