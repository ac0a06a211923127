/** WeChat prints nothing. Interface shared with print-page.h5.ts. */
export const printPage: (() => void) | null = null;
