import type { TimeLimit } from '@yiban/shared-types/catalogue';

/** 「当场办结」, 「20 个工作日内办完」, by case where it differs; null where the region states none. */
export function shownLimit(limit: TimeLimit): string | null {
  if (limit === null) return null;
  if ('cases' in limit) return limit.cases.map((one) => `${one.when}：${shownOne(one)}`).join('；');
  return shownOne(limit);
}

function shownOne(limit: { readonly immediate: true } | { readonly workingDays: number }): string {
  return 'immediate' in limit ? '当场办结' : `${limit.workingDays} 个工作日内办完`;
}
