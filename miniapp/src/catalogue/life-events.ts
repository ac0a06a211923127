/** Items by what happens in a life, for people who don't know what an item is called. */
import type { ItemSummary } from '@yiban/shared-types/catalogue';

/** The order in which they are shown; one that the catalogue adds comes after. */
const ORDER = ['看病报销', '生孩子', '去外地住', '慢性病', '换工作', '家里困难', '老人去世'];

export function lifeEventsOf(items: readonly ItemSummary[]): readonly string[] {
  const named = new Set(items.filter(isForPeople).flatMap(({ lifeEvents }) => lifeEvents));
  return [...ORDER.filter((event) => named.has(event)), ...[...named].filter((event) => !ORDER.includes(event))];
}

export function groupsOf(items: readonly ItemSummary[]): readonly string[] {
  return [...new Set(items.map(({ group }) => group))];
}

export function isForPeople({ applicants }: ItemSummary): boolean {
  return applicants.includes('person') || applicants.includes('public');
}
