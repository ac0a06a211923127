import { Controller, Get, Header, Param } from '@nestjs/common';
import type { RegionRatings } from '@yiban/shared-types/ratings';
import { Access, Problems } from '../http/access.js';
import { PublishedRatings } from './published-ratings.js';

/** How people rate the items of a region (好差评), open to everyone. */
@Controller('regions/:region/ratings')
@Access('public')
export class RatingsController {
  constructor(private readonly published: PublishedRatings) {}

  @Get()
  @Header('cache-control', 'public, max-age=60')
  @Problems('unknown-region')
  async figures(@Param('region') region: string): Promise<RegionRatings> {
    return this.published.of(region);
  }
}
