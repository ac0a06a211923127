import type { ItemRatings } from '@yiban/shared-types/ratings';
import { shownShare } from '../wording/grades';

/** 「好评率 95.6%，共 45 次评价」. */
export function ratedInWords({ ratings, satisfied }: Pick<ItemRatings, 'ratings' | 'satisfied'>): string {
  return satisfied === null ? '还没有人评价' : `好评率 ${shownShare(satisfied)}，共 ${ratings} 次评价`;
}
