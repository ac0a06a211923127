import type { RegionItem } from '../catalogue/layering.js';

const known = new WeakMap<RegionItem, ReadonlySet<string>>();

/** Names of the facts about people that an item's rules, papers and deeds look at: what else there is need not be asked. */
export function factsNeeded(item: RegionItem): ReadonlySet<string> {
  const before = known.get(item);
  if (before !== undefined) return before;
  const named = JSON.stringify(item).matchAll(/"(?:person|concerned)\.([A-Za-z]+)"/g);
  const needed = new Set([...named].map(([, name = '']) => name));
  if (item.allowanceEstimate !== undefined) needed.add('employerMonthlyWage');
  known.set(item, needed);
  return needed;
}
