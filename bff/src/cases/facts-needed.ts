import type { RegionItem } from '../catalogue/layering.js';

/** Names of the facts about people that stand anywhere in these data. */
export function factsNamed(data: unknown): Set<string> {
  const named = JSON.stringify(data).matchAll(/"(?:person|concerned)\.([A-Za-z]+)"/g);
  return new Set([...named].map(([, name = '']) => name));
}

const known = new WeakMap<RegionItem, ReadonlySet<string>>();

/** Names of the facts about people that an item's rules, papers and deeds look at: what else there is need not be asked. */
export function factsNeeded(item: RegionItem): ReadonlySet<string> {
  const before = known.get(item);
  if (before !== undefined) return before;
  const needed = factsNamed({ ...item, suggested: undefined });
  if (item.allowanceEstimate !== undefined) needed.add('employerMonthlyWage');
  known.set(item, needed);
  return needed;
}
