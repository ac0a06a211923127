import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { BackgroundWork } from '../work/background-work.js';
import { rounds } from '../work/work.js';

/** While a new version comes in, older processes write ratings without the region and item that figures are counted by. */
@Injectable()
export class RatingPlacesWorker implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly background: BackgroundWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.background.take(
      rounds({
        name: 'rating-places',
        everyMs: 600_000,
        now: () => this.clock.now(),
        run: async () => placeRatings(this.database),
      }),
    );
  }
}

export async function placeRatings(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(
      `UPDATE ratings SET region = (SELECT c.region FROM cases c WHERE c.id = ratings.caseId),
        item = (SELECT c.item FROM cases c WHERE c.id = ratings.caseId) WHERE region IS NULL`,
    );
  });
}
