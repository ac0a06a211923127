/** Bodies and queries that several endpoints share. */
import { Text, Whole } from './fields.js';

export class PageQuery {
  @Text({ optional: true, max: 64 })
  cursor?: string;

  @Whole({ optional: true, min: 1, max: 100 })
  limit?: number;
}

/** A write to a case says which version it saw. */
export class Versioned {
  @Whole({ min: 1, max: 1_000_000, description: 'The version that was read; a stale one is refused.' })
  version!: number;
}

export class RefreshSession {
  @Text({ max: 128 })
  refreshToken!: string;
}
