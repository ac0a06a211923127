import { Injectable } from '@nestjs/common';
import type { RatingGrade } from '@yiban/shared-types/cases';
import type { ItemRatings, RegionRatings } from '@yiban/shared-types/ratings';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate, startOfDay } from '../clock.js';
import { Database } from '../database/database.js';
import { RatingsService, type RatingFigures } from './ratings.service.js';

/** Counted anew no more often, however many look. */
const everyMs = 60_000;
const grades: readonly RatingGrade[] = [5, 4, 3, 2, 1];

/** What everyone may read of how people rate a region's items: those of the last year. */
@Injectable()
export class PublishedRatings {
  readonly #counted = new Map<string, { readonly at: number; readonly ratings: Promise<RegionRatings> }>();

  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly ratings: RatingsService,
    private readonly clock: Clock,
  ) {}

  /** Every item of the region, rated or not. Throws `unknown-region`. */
  async of(region: string): Promise<RegionRatings> {
    const now = this.clock.now().getTime();
    const known = this.#counted.get(region);
    if (known !== undefined && now - known.at < everyMs) return known.ratings;
    const ratings = this.#count(region);
    this.#counted.set(region, { at: now, ratings });
    // A count that failed is tried again by the next who asks.
    ratings.catch(() => this.#counted.delete(region));
    return ratings;
  }

  async #count(code: string): Promise<RegionRatings> {
    const { name } = this.catalogue.region(code);
    const now = this.clock.now();
    const from = shanghaiDate(new Date(now.getTime() - 365 * 86_400_000));
    const end = new Date(now.getTime() + 1).toISOString();
    const figures = await this.database.late(async (read) => this.ratings.figures(read, code, startOfDay(from), end));
    const byItem = new Map(figures.map((one) => [one.item, one]));
    return {
      region: code,
      regionName: name,
      from,
      countedAt: now.toISOString(),
      items: this.catalogue
        .items(code)
        .map((item) => itemRatings(item.id, item.name, byItem.get(item.id) ?? { ...unrated, item: item.id })),
    };
  }
}

const unrated = { ratings: 0, satisfied: 0, grades: {}, opened: 0, closed: 0, closedInTime: 0 };

function itemRatings(item: string, itemName: string, figures: RatingFigures): ItemRatings {
  const { ratings, satisfied, opened, closed, closedInTime } = figures;
  return {
    item,
    itemName,
    ratings,
    grades: grades.map((grade) => {
      const count = figures.grades[grade] ?? 0;
      return { grade, count, share: ratings === 0 ? 0 : count / ratings };
    }),
    satisfied: ratings === 0 ? null : satisfied / ratings,
    rectifications: { opened, closed, closedInTime },
  };
}
