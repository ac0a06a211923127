import type { CaseStatus } from '@yiban/shared-types/cases';
import type { Stage } from '@yiban/shared-types/catalogue';

export type ReviewStatus = 'first-review' | 'second-review' | 'expert-review' | 'site-assessment' | 'public-notice';

/** The way that a case of an item takes between acceptance and its end, by the item's data. */
export interface Flow {
  readonly reviews: readonly ReviewStatus[];
  readonly payment: boolean;
}

export function flowOf(item: { readonly reviews: readonly ReviewStatus[]; readonly stages: readonly Stage[] }): Flow {
  return { reviews: item.reviews, payment: item.stages.includes('拨付') };
}

/** Where a case goes after acceptance or after a passed review. */
export function nextStatus(flow: Flow, from: CaseStatus): CaseStatus {
  const done = flow.reviews.findIndex((review) => review === from);
  return flow.reviews[done + 1] ?? (flow.payment && from !== 'payment' ? 'payment' : 'closed');
}

/** Where a case goes that a reviewer sends back: the review before, or null at the first. */
export function previousReview(flow: Flow, from: CaseStatus): ReviewStatus | null {
  const at = from === 'payment' ? flow.reviews.length : flow.reviews.findIndex((review) => review === from);
  return at > 0 ? (flow.reviews[at - 1] ?? null) : null;
}
