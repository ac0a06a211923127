/**
 * On which line something stands in a YAML text. The parser that keeps positions takes six times as long as the one that
 * reads the data (`data-file.ts`), so it is asked only when there is a fault to place.
 */
import { LineCounter, parseDocument, type Document } from 'yaml';

/** Where something stands inside a data file: keys and list positions from the top. */
export type DataPath = readonly (string | number)[];

export class SourceLines {
  readonly #lines = new LineCounter();
  readonly #document: Document;

  constructor(text: string) {
    this.#document = parseDocument(text, { lineCounter: this.#lines });
  }

  /** What is no YAML, with its lines. */
  syntaxFaults(): readonly { readonly line: number; readonly message: string }[] {
    return this.#document.errors.map(({ pos, message }) => ({
      line: this.#lines.linePos(pos[0]).line,
      message: message.split('\n')[0] ?? message,
    }));
  }

  /** The line of the innermost node on the path that stands in the file. */
  lineOf(at: DataPath): number {
    for (let depth = at.length; depth > 0; depth -= 1) {
      const node = this.#document.getIn(at.slice(0, depth), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        const start: unknown = node.range[0];
        if (typeof start === 'number') return this.#lines.linePos(start).line;
      }
    }
    return 1;
  }
}
