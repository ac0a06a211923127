/** 好差评 in words (国办发〔2019〕51号). */
import type { RatingGrade } from '@yiban/shared-types/cases';

export const gradeNames: Readonly<Record<RatingGrade, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};

/** 0.956 → 「95.6%」, 1 → 「100%」. */
export function shownShare(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}
