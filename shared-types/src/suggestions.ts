import type { ItemSummary } from './catalogue.ts';
import type { Instant } from './values.ts';

/** Something that the person can do now. */
export interface Suggestion {
  readonly item: ItemSummary;
  /** Why it is put forward, said to the person. */
  readonly because: string;
}

/** Answer of `GET /me/suggestions`: the likeliest first; nothing that the person has under way. */
export interface SuggestionsView {
  readonly suggestions: readonly Suggestion[];
  readonly source: string;
  readonly asOf: Instant;
}
