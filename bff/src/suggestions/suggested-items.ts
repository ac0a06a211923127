/**
 * What a person can do now, by data alone: an item is put forward where its `suggested` condition holds for the person,
 * and with it every rule of the item about the person (`/person`), as the form begins. Pure.
 */
import type { Suggestion } from '@yiban/shared-types/suggestions';
import type { Answers } from '@yiban/shared-types/cases';
import { factsNamed } from '../cases/facts-needed.js';
import { factsOf, type FactSources } from '../cases/facts.js';
import { holds } from '../catalogue/conditions.js';
import { itemSummary } from '../catalogue/item-page.js';
import type { RegionItem } from '../catalogue/layering.js';

/** Whom it is about and when. */
export type Situation = Pick<FactSources, 'today' | 'region' | 'platform' | 'name' | 'phone'>;

/** The likeliest first; `underWay` names the items that the person is at already. */
export function suggestedItems(
  items: readonly RegionItem[],
  situation: Situation,
  underWay: ReadonlySet<string>,
): readonly Suggestion[] {
  return items
    .filter((item) => !underWay.has(item.id))
    .flatMap((item) => {
      const { suggested } = item;
      if (suggested === undefined) return [];
      const facts = factsAtFirst(item, situation);
      const may = holds(suggested.when, facts) && personRules(item).every((one) => isKept(one, facts));
      return may ? [{ item: itemSummary(item), ...suggested }] : [];
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ item, because }) => ({ item, because }));
}

/** Facts about people that these decisions look at: what else there is need not be asked. */
export function factsForSuggestions(items: readonly RegionItem[]): ReadonlySet<string> {
  const offered = items.filter(({ suggested }) => suggested !== undefined);
  return factsNamed(offered.map((item) => [item.suggested, personRules(item)]));
}

type Rule = RegionItem['rules'][number];

function personRules({ rules }: RegionItem): readonly Rule[] {
  return rules.filter(({ pointer }) => pointer === '/person');
}

function isKept({ when, rule }: Rule, facts: object): boolean {
  return !holds(when, facts) || holds(rule, facts);
}

/** The facts with the form as it opens, nothing answered. */
function factsAtFirst(item: RegionItem, situation: Situation): object {
  const form: Answers = Object.fromEntries(
    item.questions.flatMap(({ id, default: preset }) => (preset === undefined ? [] : [[id, preset]])),
  );
  return factsOf({ ...situation, item, form, materials: {}, proxy: false, settlement: null, unit: null });
}
