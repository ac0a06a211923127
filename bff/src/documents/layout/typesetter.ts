/** Sets text on a PDF page in the document's fonts: measures it, breaks it into lines, puts a line at a place. */
import type { DocumentFonts, FontRun, Weight } from '../document-fonts.js';
import { breakLines } from '../line-breaking.js';
import { printableText } from '../printable-text.js';
import { squeezePunctuation } from '../punctuation-squeeze.js';

/** `justify`: both edges even, by a little more room between the characters. */
export type Align = 'left' | 'center' | 'right' | 'justify';

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  /** Height of a line as a multiple of the size. */
  readonly leading: number;
}

export const ink = '#1a1a1a';
export const faint = '#5c6166';
export const body: TextStyle = { size: 10.5, weight: 'regular', colour: ink, leading: 1.7 };

/** Where the baseline lies in an em box of Noto Sans SC, from the top. */
const BASELINE = 0.88;

interface Run extends FontRun {
  readonly set: PDFKit.Mixins.TextOptions;
}
const halfWidth: PDFKit.Mixins.TextOptions = { features: ['halt'] };

export class Typesetter {
  readonly #widths = new Map<string, number>();

  constructor(
    readonly pdf: PDFKit.PDFDocument,
    private readonly fonts: DocumentFonts,
  ) {
    for (const [name, file] of fonts.files) pdf.registerFont(name, file);
  }

  width(text: string, style: TextStyle): number {
    const key = `${style.weight}${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.#runs(text, style).reduce((sum, run) => sum + this.#runWidth(run), 0);
      this.#widths.set(key, width);
    }
    return (width * style.size) / 1000;
  }

  lines(text: string, style: TextStyle, width: number, indent = 0): readonly string[] {
    return breakLines(printableText(text), (part) => this.width(part, style), width, indent);
  }

  lineHeight(style: TextStyle): number {
    return style.size * style.leading;
  }

  /** Puts one line into a box: `top` is the top of its line height. */
  line(text: string, style: TextStyle, box: { x: number; top: number; width: number; align?: Align }): void {
    const printed = printableText(text);
    const slack = box.width - this.width(printed, style);
    let x = box.x + (box.align === 'right' ? slack : box.align === 'center' ? slack / 2 : 0);
    const spacing = box.align === 'justify' ? this.#spacing(printed, slack, style) : 0;
    const baseline = box.top + (this.lineHeight(style) - style.size) / 2 + BASELINE * style.size;
    for (const run of this.#runs(printed, style)) {
      const isRare = run.font !== 'regular' && run.font !== 'bold';
      this.pdf
        .font(run.font)
        .fontSize(style.size)
        .fillColor(style.colour)
        // The font for rare characters is a light one: a thin outline brings it up to the weight of its neighbours.
        .lineWidth(style.size * (style.weight === 'bold' ? 0.05 : 0.02))
        .strokeColor(style.colour)
        .text(run.text, x, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          characterSpacing: spacing,
          fill: true,
          stroke: isRare,
          ...run.set,
        });
      x += (this.#runWidth(run) * style.size) / 1000 + spacing * [...run.text].length;
    }
  }

  /** Stretches of one font and one width. */
  #runs(text: string, style: TextStyle): readonly Run[] {
    return squeezePunctuation(text).flatMap(({ text: part, half }) =>
      this.fonts.runs(part, style.weight).map((run) => ({ ...run, set: half ? halfWidth : {} })),
    );
  }

  /** In thousandths of the size. */
  #runWidth(run: Run): number {
    return this.pdf.font(run.font).fontSize(1000).widthOfString(run.text, run.set);
  }

  /** Room to add after each character; none where a line ends early because a long word follows. */
  #spacing(text: string, slack: number, style: TextStyle): number {
    return slack > 3 * style.size ? 0 : slack / Math.max(1, [...text].length - 1);
  }
}
