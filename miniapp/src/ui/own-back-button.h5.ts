/** The browser build draws its own way back: a page opened from a home-screen icon has no browser bar. */
export const hasOwnBackButton = true;
