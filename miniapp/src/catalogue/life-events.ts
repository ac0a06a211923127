/** Items by what happens in a life, for people who don't know what an item is called. */
import type { ItemSummary } from '@yiban/shared-types/catalogue';

/** The order in which they are shown; one that the catalogue adds comes after. */
const ORDER = ['看病报销', '生孩子', '去外地住', '慢性病', '换工作', '家里困难', '老人去世'];

export function lifeEventsOf(items: readonly ItemSummary[]): readonly string[] {
  const named = new Set(items.filter(isForPeople).flatMap(({ lifeEvents }) => Object.keys(lifeEvents)));
  return [...ORDER.filter((event) => named.has(event)), ...[...named].filter((event) => !ORDER.includes(event))];
}

/** Items for what happened, the likeliest first. */
export function itemsForEvent(items: readonly ItemSummary[], event: string): readonly ItemSummary[] {
  const place = ({ lifeEvents }: ItemSummary) => lifeEvents[event] ?? 0;
  return items.filter((item) => isForPeople(item) && place(item) > 0).sort((a, b) => place(a) - place(b));
}

export function groupsOf(items: readonly ItemSummary[]): readonly string[] {
  return [...new Set(items.map(({ group }) => group))];
}

function isForPeople({ applicants }: ItemSummary): boolean {
  return applicants.includes('person') || applicants.includes('public');
}
