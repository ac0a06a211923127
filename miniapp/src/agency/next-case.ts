/** The next case by one key: what is due first, is free, and was not passed over before. */
import { hasCode } from '../api/problem';
import { claim, queue } from './office-api';

const passedOver = new Set<string>();

/** Leaves a case for later: `takeNext` comes back to it when the others are done. */
export function passOver(id: string): void {
  passedOver.add(id);
}

/** Claims the next case and gives its id; null when there is none. */
export async function takeNext(): Promise<string | null> {
  const { items } = await queue({ mine: true, status: null }, null, 100);
  const free = items.filter(({ duty, claimedBy, claimedByMe }) => duty !== null && (claimedBy === null || claimedByMe));
  const untouched = free.filter(({ id }) => !passedOver.has(id));
  if (untouched.length === 0) passedOver.clear();
  for (const { id } of untouched.length === 0 ? free : untouched) {
    if (await isClaimed(id)) return id;
  }
  return null;
}

/** False when a colleague was quicker, or the case is none of this officer's business. */
async function isClaimed(id: string): Promise<boolean> {
  try {
    await claim(id);
    return true;
  } catch (error) {
    const codes = ['claimed-by-other', 'own-case', 'stale-case', 'transition-not-allowed', 'case-not-found'];
    if (codes.some((code) => hasCode(error, code))) return false;
    throw error;
  }
}
