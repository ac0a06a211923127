/** How long a case is kept after it ended (会计档案管理办法, 社会保险业务档案管理规定): full years after the one it ended in. Pure. */
import type { EndedCases } from '../cases/ended-cases.service.js';
import type { RegionItem } from '../catalogue/layering.js';
import type { RetentionFile, RetentionRule } from '../catalogue/retention-file.js';
import { shanghaiDate, startOfDay } from '../clock.js';

export type Ended = 'granted' | 'declined' | 'rejected' | 'withdrawn';
const endings: readonly Ended[] = ['granted', 'declined', 'rejected', 'withdrawn'];

type KeptItem = Pick<RegionItem, 'id' | 'stages'>;

/** Cases whose time is over by one rule. */
export interface DueCases extends EndedCases {
  readonly rule: RetentionRule & { readonly years: number };
}

/** The rule that keeps the case the longest of all that fit it. */
export function ruleFor({ rules }: RetentionFile, item: KeptItem, outcome: Ended): RetentionRule {
  const fitting = rules.filter(
    ({ items, outcomes, paid }) =>
      (items?.includes(item.id) ?? true) &&
      (outcomes?.includes(outcome) ?? true) &&
      (paid === undefined || (outcome === 'granted' && item.stages.includes('拨付'))),
  );
  const [longest] = fitting.toSorted((a, b) => term(b) - term(a));
  // The file is refused at start unless a rule fits every case.
  if (longest === undefined) throw new Error('no retention rule fits');
  return longest;
}

/** What is due at the instant, a group for each rule and outcome; nothing of what is kept for good. */
export function dueAt(region: string, file: RetentionFile, items: readonly KeptItem[], now: Date): readonly DueCases[] {
  const year = Number(shanghaiDate(now).slice(0, 4));
  const groups = new Map<string, DueCases & { readonly items: string[] }>();
  for (const item of items) {
    for (const outcome of endings) {
      const rule = ruleFor(file, item, outcome);
      const { years } = rule;
      if (years === 'permanent') continue;
      const key = `${rule.id} ${outcome}`;
      const group = groups.get(key) ?? {
        region,
        rule: { ...rule, years },
        endedBefore: startOfDay(`${year - years}-01-01`),
        outcome,
        items: [],
      };
      group.items.push(item.id);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

const term = ({ years }: RetentionRule): number => (years === 'permanent' ? Infinity : years);
