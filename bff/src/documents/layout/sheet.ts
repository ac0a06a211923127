/** The page being written: A4, a cursor that runs down it, and a new page when something does not fit. */
import type { Typesetter } from './typesetter.js';

export const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 48, bottom: 56 } as const;

export class Sheet {
  readonly left = page.left;
  readonly width = page.width - page.left - page.right;
  /** Height of an empty page between its margins. */
  readonly height = page.height - page.top - page.bottom;
  y: number = page.top;

  constructor(readonly type: Typesetter) {
    this.type.pdf.addPage();
  }

  get pdf(): PDFKit.PDFDocument {
    return this.type.pdf;
  }

  get room(): number {
    return page.height - page.bottom - this.y;
  }

  /** Turns the page unless `height` fits on what is left of it; what is higher than a page stays where it is. */
  keep(height: number): void {
    if (height > this.room && height <= this.height) this.turn();
  }

  turn(): void {
    this.pdf.addPage();
    this.y = page.top;
  }

  /** Blank space; none at the top of a page. */
  space(height: number): void {
    if (this.y > page.top) this.y += height;
  }
}
