/** End of a paper: handwriting above a line, and the place of the agency's seal; two beside each other. */
import type { DocumentContent, Signature } from '../document-content.js';
import type { Sheet } from './sheet.js';
import { body, faint, type TextStyle } from './typesetter.js';

const caption: TextStyle = { ...body, size: 9, colour: faint, leading: 1.5 };
const PICTURE = { width: 150, height: 44 } as const;
const SIGNATURE_HEIGHT = 94;
const SEAL_HEIGHT = 68;
const GAP = 6;

/** Room that the first row of the closing takes: the text above stays with it. */
export function closingHeight({ signatures, seal }: DocumentContent): number {
  if (signatures.length > 0) return SIGNATURE_HEIGHT + GAP;
  return seal === null ? 0 : SEAL_HEIGHT + GAP;
}

export function drawClosing(sheet: Sheet, { signatures, seal }: DocumentContent): void {
  const parts = signatures.map((signature) => (x: number, width: number) => drawSignature(sheet, signature, x, width));
  if (seal !== null) parts.push((x, width) => drawSeal(sheet, seal, x, width));
  const column = sheet.width / 2;
  const height = signatures.length > 0 ? SIGNATURE_HEIGHT : SEAL_HEIGHT;
  sheet.space(GAP);
  for (let index = 0; index < parts.length; index += 2) {
    sheet.keep(height);
    const pair = parts.slice(index, index + 2);
    // One alone stands on the right, as at the end of a letter.
    for (const [place, draw] of pair.entries()) {
      draw(sheet.left + (pair.length === 1 ? column : place * column), column);
    }
    sheet.y += height;
  }
}

function drawSignature(sheet: Sheet, { label, name, image, date }: Signature, x: number, width: number): void {
  const { type, pdf } = sheet;
  const top = sheet.y;
  type.line(label, body, { x, top, width });
  const pictureTop = top + type.lineHeight(body);
  if (image !== null) {
    pdf.image(Buffer.from(image), x, pictureTop, { fit: [PICTURE.width, PICTURE.height], valign: 'bottom' });
  }
  const rule = pictureTop + PICTURE.height + 1;
  pdf
    .lineWidth(0.6)
    .moveTo(x, rule)
    .lineTo(x + PICTURE.width, rule)
    .stroke('#4a4f55');
  type.line(name, caption, { x, top: rule + 2, width });
  const dated = date ?? '　　　　年　　月　　日';
  type.line(dated, caption, { x, top: rule + 2 + type.lineHeight(caption), width });
}

function drawSeal(
  sheet: Sheet,
  seal: { readonly agency: string; readonly date: string },
  x: number,
  width: number,
): void {
  const lines = [...sheet.type.lines(seal.agency, body, width), '（经办机构盖章）', seal.date];
  for (const [index, text] of lines.entries()) {
    sheet.type.line(text, body, { x, top: sheet.y + 8 + index * 20, width, align: 'center' });
  }
}
