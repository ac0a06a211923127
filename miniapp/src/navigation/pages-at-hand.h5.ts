/**
 * Keeps the code of the app on the phone while there is a network, so that it opens, and a tap leads somewhere, when there
 * is none: by the service worker (miniapp/offline), which lasts over visits; in browsers without one for this visit, by
 * fetching the pages people go to next. WeChat brings whole packages by itself (pages-at-hand.weapp.ts).
 */

/** After the first page has what it needs. */
const AFTER_MS = 3000;

export function keepPagesAtHand(): void {
  setTimeout(() => {
    // None on an address without TLS, in some in-app browsers, and where storing is forbidden.
    if ('serviceWorker' in navigator) navigator.serviceWorker.register('./service-worker.js').catch(fetchPages);
    else fetchPages();
  }, AFTER_MS);
}

function fetchPages(): void {
  for (const page of pages) page().catch(() => undefined); // the page fetches its code again when it is opened
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
