import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { Whole } from '../http/fields.js';

export class TrimPhoto {
  // Their shape is `trimOf`'s to check: decorators know no tuples.
  @Allow()
  @ApiProperty({
    description:
      'Top left, top right, bottom right, bottom left of the paper as shares of width and height; null: the whole photo.',
    type: 'array',
    nullable: true,
    minItems: 4,
    maxItems: 4,
    items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number', minimum: 0, maximum: 1 } },
  })
  corners: unknown;

  @Whole({ min: 0, max: 270, description: 'Degrees clockwise: 0, 90, 180 or 270.' })
  turn!: number;
}
