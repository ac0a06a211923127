/**
 * Lets the address of the open form name its case, so that a reload goes on with it instead of beginning anew. WeChat
 * begins at the front page (filing-address.weapp.ts).
 */
const FILING = '#/packages/filing/index/index';

export function nameCaseInAddress(caseId: string): void {
  // Somebody who has left meanwhile is somewhere else.
  if (!window.location.hash.startsWith(FILING)) return;
  window.history.replaceState(window.history.state, '', `${FILING}?case=${encodeURIComponent(caseId)}`);
}
