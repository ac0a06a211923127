/** Handwriting above a line, with name and date; two beside each other. */
import type { Signature } from '../document-content.js';
import type { Sheet } from './sheet.js';
import { body, faint, type TextStyle } from './typesetter.js';

const caption: TextStyle = { ...body, size: 9, colour: faint, leading: 1.5 };
const BOX = { width: 150, height: 46 } as const;

export function drawSignatures(sheet: Sheet, signatures: readonly Signature[]): void {
  const height = BOX.height + 2 * sheet.type.lineHeight(caption) + sheet.type.lineHeight(body) + 6;
  const column = sheet.width / 2;
  for (let index = 0; index < signatures.length; index += 2) {
    sheet.keep(height);
    const pair = signatures.slice(index, index + 2);
    for (const [place, signature] of pair.entries()) {
      // A single signature stands on the right, as on a letter.
      drawSignature(sheet, signature, sheet.left + (pair.length === 1 ? column : place * column));
    }
    sheet.y += height;
  }
}

function drawSignature(sheet: Sheet, { label, name, image, date }: Signature, x: number): void {
  const { type, pdf } = sheet;
  const top = sheet.y;
  type.line(label, body, { x, top, width: BOX.width });
  const boxTop = top + type.lineHeight(body);
  if (image !== null) {
    pdf.image(Buffer.from(image), x, boxTop, { fit: [BOX.width, BOX.height], valign: 'bottom' });
  }
  const rule = boxTop + BOX.height + 1;
  pdf
    .lineWidth(0.6)
    .moveTo(x, rule)
    .lineTo(x + BOX.width, rule)
    .stroke('#4a4f55');
  type.line(name, caption, { x, top: rule + 2, width: BOX.width });
  type.line(date ?? '　　年　　月　　日', caption, { x, top: rule + 2 + type.lineHeight(caption), width: BOX.width });
}
