import './print-page.scss';

/** Prints the page as it stands. Interface shared with print-page.weapp.ts. */
export const printPage: (() => void) | null = () => window.print();
