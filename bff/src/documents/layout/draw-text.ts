/** Running text: headings, paragraphs, numbered lists, boxed notes. */
import type { Sheet } from './sheet.js';
import { body, ink, type TextStyle } from './typesetter.js';

const headingText: TextStyle = { size: 11.5, weight: 'bold', colour: ink, leading: 1.6 };
const noteText: TextStyle = { size: 9.5, weight: 'regular', colour: ink, leading: 1.6 };
const noteTitle: TextStyle = { ...noteText, weight: 'bold' };
const NOTE_PADDING = 8;

export function drawHeading(sheet: Sheet, text: string): void {
  // A heading at the foot of a page would stand alone.
  sheet.keep(sheet.type.lineHeight(headingText) + 60);
  drawLines(sheet, sheet.type.lines(text, headingText, sheet.width), headingText);
}

/** The last two lines stay together, and with `below` points of what follows. */
export function drawParagraph(sheet: Sheet, text: string, indent: boolean, below: number): void {
  const offset = indent ? 2 * body.size : 0;
  const lineHeight = sheet.type.lineHeight(body);
  const paragraphs = text.split('\n');
  for (const [part, paragraph] of paragraphs.entries()) {
    const lines = sheet.type.lines(paragraph, body, sheet.width, offset);
    const atEnd = part === paragraphs.length - 1;
    for (const [index, line] of lines.entries()) {
      const left = lines.length - index;
      sheet.keep(left <= 2 ? left * lineHeight + (atEnd ? below : 0) : lineHeight);
      const start = index === 0 ? offset : 0;
      sheet.type.line(line, body, {
        x: sheet.left + start,
        top: sheet.y,
        width: sheet.width - start,
        align: left === 1 ? 'left' : 'justify',
      });
      sheet.y += lineHeight;
    }
  }
}

export function drawNumberedList(sheet: Sheet, items: readonly string[]): void {
  const hang = sheet.type.width(`${items.length}. `, body) + 3;
  for (const [index, item] of items.entries()) {
    const lines = sheet.type.lines(item, body, sheet.width - hang);
    sheet.keep(Math.min(2, lines.length) * sheet.type.lineHeight(body));
    for (const [row, line] of lines.entries()) {
      sheet.keep(sheet.type.lineHeight(body));
      if (row === 0) sheet.type.line(`${index + 1}.`, body, { x: sheet.left, top: sheet.y, width: hang });
      sheet.type.line(line, body, { x: sheet.left + hang, top: sheet.y, width: sheet.width - hang });
      sheet.y += sheet.type.lineHeight(body);
    }
  }
}

/** A box that stays on one page, with `below` points of what follows, unless it is longer than one. */
export function drawNote(sheet: Sheet, title: string, paragraphs: readonly string[], below: number): void {
  const width = sheet.width - 2 * NOTE_PADDING;
  const lines = [
    ...sheet.type.lines(title, noteTitle, width).map((text) => ({ text, style: noteTitle })),
    ...paragraphs.flatMap((paragraph) =>
      sheet.type.lines(paragraph, noteText, width).map((text) => ({ text, style: noteText })),
    ),
  ];
  const lineHeight = sheet.type.lineHeight(noteText);
  sheet.keep(lines.length * lineHeight + 2 * NOTE_PADDING + below);
  while (lines.length > 0) {
    const fit = Math.max(1, Math.floor((sheet.room - 2 * NOTE_PADDING) / lineHeight));
    const part = lines.splice(0, fit);
    const height = part.length * lineHeight + 2 * NOTE_PADDING;
    sheet.pdf.lineWidth(0.6).rect(sheet.left, sheet.y, sheet.width, height).fillAndStroke('#fafbfc', '#8b9197');
    for (const [index, { text, style }] of part.entries()) {
      sheet.type.line(text, style, {
        x: sheet.left + NOTE_PADDING,
        top: sheet.y + NOTE_PADDING + index * lineHeight,
        width,
      });
    }
    sheet.y += height;
    if (lines.length > 0) sheet.turn();
  }
}

function drawLines(sheet: Sheet, lines: readonly string[], style: TextStyle): void {
  for (const line of lines) {
    sheet.type.line(line, style, { x: sheet.left, top: sheet.y, width: sheet.width });
    sheet.y += sheet.type.lineHeight(style);
  }
}
