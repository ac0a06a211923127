/**
 * Fetches the code of the pages that people go to next while there is a network, so that a tap still leads somewhere
 * when there is none. WeChat brings whole packages by itself (pages-at-hand.weapp.ts).
 */

/** After the first page has what it needs. */
const AFTER_MS = 3000;

export function keepPagesAtHand(): void {
  setTimeout(() => {
    for (const page of pages) page().catch(() => undefined); // the page fetches its code again when it is opened
  }, AFTER_MS);
}

const pages: readonly (() => Promise<unknown>)[] = [
  () => import('../pages/cases/index'),
  () => import('../pages/case/index'),
  () => import('../pages/item/index'),
  () => import('../pages/items/index'),
  () => import('../pages/me/index'),
  () => import('../pages/credential/index'),
  () => import('../packages/filing/index/index'),
  () => import('../packages/query/index/index'),
];
