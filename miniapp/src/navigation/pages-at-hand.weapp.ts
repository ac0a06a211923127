/** Nothing to do in WeChat, which downloads a package whole. Described in pages-at-hand.h5.ts. */
export function keepPagesAtHand(): void {}
